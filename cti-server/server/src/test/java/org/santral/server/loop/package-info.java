/// Tests of the room `loop`, on real files and recorded traffic.
@NullMarked
package org.santral.server.loop;

import org.jspecify.annotations.NullMarked;
