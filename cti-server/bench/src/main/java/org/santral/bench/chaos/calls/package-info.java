/// The people: they call, answer, hold, transfer and hang up at real phones, and what the phones saw is kept.
///
/// [Traffic] lets [Play]s go, each a call of one [Kind], [ServicePlay] those that need more of the exchange;
/// [TruthLog] gives every sighting to the [Driven] call it belongs to.
@NullMarked
package org.santral.bench.chaos.calls;

import org.jspecify.annotations.NullMarked;
