/// From what somebody wrote to a customer that may be stored.
///
/// A `CustomerForm` holds what came, from REST or from a row of a file; `CustomerCheck` holds it against the
/// `Definitions` of this site and answers with a `CheckedCustomer` or with every fault and its place. Pure but for
/// loading the definitions: an import checks a million forms with one `Definitions`.
@NullMarked
package org.santral.server.customers.form;

import org.jspecify.annotations.NullMarked;
