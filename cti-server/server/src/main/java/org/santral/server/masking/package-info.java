/// Inputs of production made fit to be shown to strangers: every number, name and text of a person replaced,
/// consistently within one run, so that the switchboard behaves as it did.
///
/// [Masking] rewrites an input record by record. What a field holds is masked unless it is known to say nothing
/// of anybody: enumerations, lengths of time, queues, country, zone, language. The key is made at random, lives
/// as long as the run and is written nowhere. Called by `scripts/replay --golden`.
@NullMarked
package org.santral.server.masking;

import org.jspecify.annotations.NullMarked;
