/// What any PBX adapter must speak: events, commands and the ids they are keyed by, in the words of CSTA.
///
/// Written by `asterisk` (and later `sip-edge`), read by `switchboard`.
///
/// Nothing here knows what a channel or a bridge is: one party's part in a call, at one device, is a
/// *connection*.
@NullMarked
package org.santral.pbx;

import org.jspecify.annotations.NullMarked;
