/// One device's calls: a [Line] at a SIP address, a [Leg] for each call on it, and the [Truth] of what they
/// saw.
///
/// Called by the phones and the carrier of `phones`; goes on to `sip` and `speech`. What a device does with a
/// call that is offered to it is not decided here but by its owner.
@NullMarked
package org.santral.phones.call;

import org.jspecify.annotations.NullMarked;
