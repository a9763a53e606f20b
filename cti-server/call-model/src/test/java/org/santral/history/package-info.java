@NullMarked
package org.santral.history;

import org.jspecify.annotations.NullMarked;
