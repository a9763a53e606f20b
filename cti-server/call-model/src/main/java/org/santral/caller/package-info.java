/// Who calls: how the number came, what of it may be shown, which customers it may be.
///
/// [CallerPolicy] tells a number from a withheld one, [CleanText] makes strangers' texts harmless, [Match]
/// holds the directory's answer and an agent's choice. Filled by the look-up in the server's directory, read by
/// `screenpop`, `routing` and `history`.
@NullMarked
package org.santral.caller;

import org.jspecify.annotations.NullMarked;
