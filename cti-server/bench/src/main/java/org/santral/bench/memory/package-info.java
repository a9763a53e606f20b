/// The bench `memory`: what a live call weighs, and that an ended one weighs nothing.
@NullMarked
package org.santral.bench.memory;

import org.jspecify.annotations.NullMarked;
