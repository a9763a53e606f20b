/// The bench `start`: how long until the server answers, the first time and later, and what it weighs after
/// many calls.
@NullMarked
package org.santral.bench.start;

import org.jspecify.annotations.NullMarked;
