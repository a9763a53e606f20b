/// Which card stands on whose screen, and why or why not.
///
/// `ScreenPopPolicy.decide` is asked by `switchboard` whenever a device starts to ring; the pop then follows the call.
@NullMarked
package org.santral.screenpop;

import org.jspecify.annotations.NullMarked;
