/// What `scripts/chaos` does: many calls of every kind at a real exchange while one part after the other is cut
/// or killed, and then a reckoning of the history with what the phones saw.
///
/// [Chaos] runs it; `parts` are the processes and the wire between them, `calls` drives the phones and keeps
/// their truth, `faults` strikes, `check` compares, and [Report] tells.
@NullMarked
package org.santral.bench.chaos;

import org.jspecify.annotations.NullMarked;
