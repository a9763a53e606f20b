/// The record behind the card: people and companies, how they are reached, what was noted and promised.
///
/// Whoever writes a customer, a page, another program or an import, goes through here, so that numbers are read by
/// `numbers`, names get their words and sounds, the change is numbered for those who keep in step, and who did it
/// is written down. `directory` reads the same tables when a phone rings.
@NullMarked
package org.santral.server.customers;

import org.jspecify.annotations.NullMarked;
