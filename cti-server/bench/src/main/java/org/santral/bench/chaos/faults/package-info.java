/// What goes wrong, on purpose: [Blow] draws it, [Striker] carries it out, [Fault] remembers it.
@NullMarked
package org.santral.bench.chaos.faults;

import org.jspecify.annotations.NullMarked;
