@NullMarked
package org.santral.routing;

import org.jspecify.annotations.NullMarked;
