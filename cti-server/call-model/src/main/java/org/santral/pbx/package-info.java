/// What any PBX adapter must speak: events, commands, snapshots and the ids they are keyed by, in the words of CSTA.
///
/// Written by `asterisk` (and later `sip-edge`), read by [org.santral.switchboard]. Nothing here knows what a
/// channel or a bridge is; a leg of a call at a device is a *connection*.
@NullMarked
package org.santral.pbx;

import org.jspecify.annotations.NullMarked;
