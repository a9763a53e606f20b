/// A million customers from a file: `ImportList` writes it, `ImportBench` brings it in.
@NullMarked
package org.santral.bench.importing;

import org.jspecify.annotations.NullMarked;
