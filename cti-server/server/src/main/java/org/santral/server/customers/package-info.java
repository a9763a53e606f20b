/// The record behind the card: people and companies, how they are reached, what was noted and promised.
///
/// Whoever writes a customer, a page, another program or an import, goes through here: what came is a
/// `form.CustomerForm`, `form.CustomerCheck` makes a `form.CheckedCustomer` of it or names every fault, and
/// `CustomerStore` writes it whole, with the words it is found by, the change for those who keep in step, and who did
/// it. `CustomerRows` reads; `search` finds; `timeline` tells what happened. `directory` reads the same tables when a
/// phone rings. Decision 0013.
@NullMarked
package org.santral.server.customers;

import org.jspecify.annotations.NullMarked;
