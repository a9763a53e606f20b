/// The clocks of this server and of the exchange: who keeps an eye on them.
///
/// Nothing here moves a time: calls take theirs from the exchange's own stamps, and durations never count a
/// step.
@NullMarked
package org.santral.server.clocks;

import org.jspecify.annotations.NullMarked;
