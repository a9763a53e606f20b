package org.santral.phones.call;

import org.jspecify.annotations.Nullable;

/// The device that a line belongs to: it decides, the line carries out.
public interface LineOwner {
    /// A call is offered: ring or refuse.
    void offered(IncomingLeg call);

    /// `NOTIFY Event: talk` or `hold` from the PBX, for one call or (null) for the device. False when nothing
    /// could be done.
    boolean asked(String event, @Nullable Leg call);

    void ended(Leg call);
}
