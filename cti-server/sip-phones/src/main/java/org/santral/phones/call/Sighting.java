package org.santral.phones.call;

import java.time.Instant;

/// One thing that one device saw of one of its calls.
public record Sighting(Instant at, What what, PhoneCall call, String detail) {

    public boolean is(String device, What expected) {
        return what == expected && call.device().equals(device);
    }

    @Override
    public String toString() {
        return at + " " + call.device() + " " + what + (detail.isEmpty() ? "" : " (" + detail + ")") + " caller="
                + call.caller().number() + " dialled=" + call.parties().dialled() + " call=" + call.id();
    }
}
