/// The ledger on real files, a real MariaDB and a real Asterisk.
@NullMarked
package org.santral.server.ledger;

import org.jspecify.annotations.NullMarked;
