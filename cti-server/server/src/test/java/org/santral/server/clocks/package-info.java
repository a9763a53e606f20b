/// Tests of the room `clocks`, where the clock is set by hand.
@NullMarked
package org.santral.server.clocks;

import org.jspecify.annotations.NullMarked;
