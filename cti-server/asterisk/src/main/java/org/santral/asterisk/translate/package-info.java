/// Channels, bridges and Linkedids in, calls and connections out.
///
/// [AsteriskTranslator] takes the reader's signals one by one and answers with inputs for the switchboard. What
/// it must remember to do so stands in [Exchange]: bounded, and free of any opinion about pops, routes or
/// history.
@NullMarked
package org.santral.asterisk.translate;

import org.jspecify.annotations.NullMarked;
