/// What is wrong or doubtful in the book, so that people can mend it: numbers that cannot be read, that many share,
/// that reach
/// nobody any more; customers who are likely one; callers whom nobody knows.
///
/// `QualityController` answers with pages that `QualityQueries` reads, each bounded and in one order. What people find
/// out
/// goes back through `customers`: a merge, a changed number, or here: that two are not the same.
@NullMarked
package org.santral.server.quality;

import org.jspecify.annotations.NullMarked;
