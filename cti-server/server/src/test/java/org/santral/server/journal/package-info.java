/// Tests of the room `journal`, on real files and recorded traffic.
@NullMarked
package org.santral.server.journal;

import org.jspecify.annotations.NullMarked;
