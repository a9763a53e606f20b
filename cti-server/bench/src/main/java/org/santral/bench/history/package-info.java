/// The bench `history`: how many calls a second reach the tables, and that none is missing and none stands
/// twice when the database was away.
@NullMarked
package org.santral.bench.history;

import org.jspecify.annotations.NullMarked;
