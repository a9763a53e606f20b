/// What the history calls an end.
@NullMarked
package org.santral.history;

import org.jspecify.annotations.NullMarked;
