@NullMarked
package org.santral.switchboard;

import org.jspecify.annotations.NullMarked;
