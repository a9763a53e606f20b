/// The time machine over journals made of recorded calls.
@NullMarked
package org.santral.server.replay;

import org.jspecify.annotations.NullMarked;
