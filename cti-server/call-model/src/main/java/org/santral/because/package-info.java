/// Why: the reason of a decision as data, shown by the card, the history row and `why` alike.
///
/// [Rules] lists every rule there is, with its facts; each client has a sentence for each of them.
@NullMarked
package org.santral.because;

import org.jspecify.annotations.NullMarked;
