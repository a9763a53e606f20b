/// The whole line from bytes to effects, on bad days: recorded traffic damaged, cut and resumed.
@NullMarked
package org.santral.asterisk.chain;

import org.jspecify.annotations.NullMarked;
