/// Which column means what, and what a row says about a customer.
///
/// `Headers` guesses a `Mapping` from what stands above the columns; `RowForms` makes a checked customer of a row,
/// leaving out what is wrong and saying so.
@NullMarked
package org.santral.server.imports.mapping;

import org.jspecify.annotations.NullMarked;
