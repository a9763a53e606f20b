/// Search as you type over a million customers: `SearchBook` writes them, `SearchBench` types.
@NullMarked
package org.santral.bench.search;

import org.jspecify.annotations.NullMarked;
