/// The database: found, started, migrated, spoken to.
///
/// Without a configured URL the server starts a real MariaDB of its own over `santral.database.dir` and stops
/// it after the last connection is closed. Flyway brings the tables up to `db/migration`; jOOQ's classes for
/// them are committed under `src/main/jooq`. Called by Spring at start-up; `directory`, `history` and `people`
/// then use the `DSLContext`. A database that is away then is waited for by `FirstContact`, and nobody else
/// waits.
@NullMarked
package org.santral.server.database;

import org.jspecify.annotations.NullMarked;
