/// What every kind of outside directory speaks: asked with a number as `numbers` reads it, a [Source] gives
/// [Entry] values or says in a [SourceTrouble] why it cannot.
///
/// Implemented by `ldap`, `carddav` and `http`; called by `outside`, which keeps time, remembers and ranks.
@NullMarked
package org.santral.server.directory.outside.entry;

import org.jspecify.annotations.NullMarked;
