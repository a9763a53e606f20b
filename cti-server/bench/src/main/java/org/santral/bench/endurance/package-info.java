/// The bench `endurance`: the whole server under ten thousand events a second for minutes, with its history
/// written: nothing lost, nothing twice, and its memory as at the beginning.
@NullMarked
package org.santral.bench.endurance;

import org.jspecify.annotations.NullMarked;
