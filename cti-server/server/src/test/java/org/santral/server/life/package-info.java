/// Tests of the room `life`.
@NullMarked
package org.santral.server.life;

import org.jspecify.annotations.NullMarked;
