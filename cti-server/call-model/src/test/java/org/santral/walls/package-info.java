@NullMarked
package org.santral.walls;

import org.jspecify.annotations.NullMarked;
