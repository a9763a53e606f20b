/// Files of people that come in: whole, cut off, twice, hostile.
@NullMarked
package org.santral.server.imports;

import org.jspecify.annotations.NullMarked;
