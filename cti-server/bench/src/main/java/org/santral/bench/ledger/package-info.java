/// What it costs to hold a day's calls against the exchange's own ledger.
///
/// Called by [org.santral.bench.Main]; runs the whole server over a ledger that nobody heard.
@NullMarked
package org.santral.bench.ledger;

import org.jspecify.annotations.NullMarked;
