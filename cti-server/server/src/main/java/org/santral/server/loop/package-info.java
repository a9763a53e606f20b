/// The one thread that moves the switchboard of an exchange, and everything that carries its effects out.
///
/// [Inbox] holds what waits, [PbxLoop] takes it in order: translate, journal, apply, carry. Nothing that could
/// wait (database, browser, exchange) happens on the loop's thread; what it leads to comes back as another
/// input.
@NullMarked
package org.santral.server.loop;

import org.jspecify.annotations.NullMarked;
