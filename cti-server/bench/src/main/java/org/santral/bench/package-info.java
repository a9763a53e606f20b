/// Every published figure, measured: what `scripts/bench` runs.
///
/// Each bench prints [Figure]s, one JSON object a line; nothing here is a test, and no test depends on a time.
@NullMarked
package org.santral.bench;

import org.jspecify.annotations.NullMarked;
