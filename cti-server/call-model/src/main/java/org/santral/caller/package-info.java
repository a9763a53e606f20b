/// Who calls: how the number came, how sure we are, which customers it may be.
///
/// Filled by the look-up in the server's directory, read by `screenpop`, `routing` and `history`.
@NullMarked
package org.santral.caller;

import org.jspecify.annotations.NullMarked;
