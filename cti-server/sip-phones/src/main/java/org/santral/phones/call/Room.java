package org.santral.phones.call;

import org.santral.phones.loop.PhoneLoop;
import org.santral.phones.speech.SpeechClock;

/// What the devices of one process share.
public record Room(PhoneLoop loop, SpeechClock clock, Truth truth) {
    public static Room open(String name) {
        PhoneLoop loop = new PhoneLoop(name);
        return new Room(loop, new SpeechClock(loop), new Truth());
    }
}
