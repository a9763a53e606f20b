@NullMarked
package org.santral.server.quality;

import org.jspecify.annotations.NullMarked;
