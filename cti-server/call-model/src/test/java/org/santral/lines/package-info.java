@NullMarked
package org.santral.lines;

import org.jspecify.annotations.NullMarked;
