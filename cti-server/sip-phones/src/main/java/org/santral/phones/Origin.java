package org.santral.phones;

import java.util.List;
import org.santral.phones.call.PhoneCall;

/// The device that places a call and may hang it up again: the carrier, or a phone on a desk.
interface Origin {
    String device();

    /// The answer is the id of the new call.
    String call(CallRequest request);

    /// The calls that are not over.
    List<PhoneCall> calls();

    /// False when that call is over already.
    boolean hangUp(String id);
}
