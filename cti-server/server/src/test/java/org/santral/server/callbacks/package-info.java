@NullMarked
package org.santral.server.callbacks;

import org.jspecify.annotations.NullMarked;
