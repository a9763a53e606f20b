/// The dialplan's question where to send a caller, over FastAGI.
///
/// Asterisk connects and asks; [RouteAgi] hands the question to the server's loop, waits for the answer within
/// its budget, and sets the variables that the generated dialplan reads. When anything goes wrong it sets
/// nothing, and the dialplan goes on to its own default.
@NullMarked
package org.santral.asterisk.agi;

import org.jspecify.annotations.NullMarked;
