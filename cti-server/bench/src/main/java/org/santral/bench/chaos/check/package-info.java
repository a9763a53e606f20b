/// The reckoning: [History] reads the rows back, [Expectation] says what the phones allow, [Reckoning] finds
/// what is missing, double or wrong.
///
/// The rules stand in docs/decisions/0012.
@NullMarked
package org.santral.bench.chaos.check;

import org.jspecify.annotations.NullMarked;
