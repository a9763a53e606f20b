/// Log-in, sessions and roles over real HTTP and a real MariaDB.
@NullMarked
package org.santral.server.people;

import org.jspecify.annotations.NullMarked;
