/// Why: the reason of a decision as data, shown by the card, the history row and `why` alike.
@NullMarked
package org.santral.because;

import org.jspecify.annotations.NullMarked;
