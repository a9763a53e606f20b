/// From the model's question to its answer, in a book of a million customers with three million numbers.
///
/// [LookUpBench] holds the database and directories that are down, and starts [Asking]: the whole server in a
/// process of its own, with a second exchange attached to it through which its loop, its carrier and its
/// directories are asked. `LookUpBook` says who has which number, `Questions` who calls and how the exchange
/// writes it.
@NullMarked
package org.santral.bench.lookup;

import org.jspecify.annotations.NullMarked;
