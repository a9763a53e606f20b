/// Who works here: log-in, sessions, roles.
///
/// `POST /api/session` proves a password and hands out a session cookie; every later request carries it and is
/// given its `Person` by the security filter before any controller or the WebSocket handshake sees it. People
/// are kept in the database and created from the site's agents on the first start. The next room is whoever
/// asks `People`: `desktop` for what a person may see, `history` for whose calls they are.
@NullMarked
package org.santral.server.people;

import org.jspecify.annotations.NullMarked;
