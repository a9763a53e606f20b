/// Which card stands on whose screen, and why or why not.
///
/// [ScreenPopPolicy] is asked by `switchboard` whenever a device starts to ring, [WithdrawalPolicy] when it
/// stops unanswered; in between the [Pop] follows the call.
@NullMarked
package org.santral.screenpop;

import org.jspecify.annotations.NullMarked;
