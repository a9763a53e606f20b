/// The ledger on recorded calls.
@NullMarked
package org.santral.asterisk.ledger;

import org.jspecify.annotations.NullMarked;
