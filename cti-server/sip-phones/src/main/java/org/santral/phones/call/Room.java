package org.santral.phones.call;

import java.time.Duration;
import org.santral.phones.loop.PhoneLoop;
import org.santral.phones.speech.SpeechClock;

/// What the devices of one process share; `lookAfter` is how often each asks whether the other side of a call
/// is there.
public record Room(PhoneLoop loop, SpeechClock clock, Truth truth, Duration lookAfter) {
    private static final Duration USUAL = Duration.ofSeconds(30);

    public static Room open(String name) {
        return open(name, USUAL);
    }

    public static Room open(String name, Duration lookAfter) {
        PhoneLoop loop = new PhoneLoop(name);
        return new Room(loop, new SpeechClock(loop), new Truth(), lookAfter);
    }
}
