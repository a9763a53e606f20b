/// The history on a real MariaDB: also while it is stopped, and while a row is refused.
@NullMarked
package org.santral.server.history;

import org.jspecify.annotations.NullMarked;
