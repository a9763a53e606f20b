/// The database, tried for real: a MariaDB is started for these tests, once in each JVM.
@NullMarked
package org.santral.server.database;

import org.jspecify.annotations.NullMarked;
