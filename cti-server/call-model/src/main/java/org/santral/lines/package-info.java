/// The words of the model as lines of JSON: one line per input, effect or event, both ways, nothing lost.
///
/// Called by the journal of the server, by the golden files of the tests and by `replay`. The model itself
/// carries no annotation and does not know that it can be written; the shape of a line follows the records:
/// `type` is the simple name of the record, the fields stand in the order of declaration, a null is left out,
/// ids are strings (`pbx1/1795286190.0`), instants are ISO 8601 with microseconds. Only this package may touch
/// Jackson.
@NullMarked
package org.santral.lines;

import org.jspecify.annotations.NullMarked;
