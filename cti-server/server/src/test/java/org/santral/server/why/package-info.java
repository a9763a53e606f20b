/// Tests of the room `why`, on real files and recorded traffic.
@NullMarked
package org.santral.server.why;

import org.jspecify.annotations.NullMarked;
