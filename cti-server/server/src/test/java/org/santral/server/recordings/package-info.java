/// Recordings looked at, listed and listened to: over real files and a real MariaDB.
@NullMarked
package org.santral.server.recordings;

import org.jspecify.annotations.NullMarked;
