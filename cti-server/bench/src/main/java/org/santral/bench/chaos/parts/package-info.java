/// The parts that are cut and killed: the exchange, the server, the wire between them, and the site they serve.
///
/// Exchange and server are started by `scripts/pbx` and `scripts/server`, as a person would.
@NullMarked
package org.santral.bench.chaos.parts;

import org.jspecify.annotations.NullMarked;
