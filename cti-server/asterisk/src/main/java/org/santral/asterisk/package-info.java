/// Asterisk in Santral's words. The only module that says channel, bridge, Linkedid or AMI.
///
/// `ami` reads the event session, `translate` turns its messages into inputs of the switchboard, `command`
/// carries wishes back, `agi` answers the dialplan's questions. The server wires them and owns every queue
/// between them.
@NullMarked
package org.santral.asterisk;

import org.jspecify.annotations.NullMarked;
