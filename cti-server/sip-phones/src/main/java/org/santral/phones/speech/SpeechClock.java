package org.santral.phones.speech;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.santral.phones.loop.PhoneLoop;

/// Beats every 20 ms as long as somebody speaks. One for all phones of a loop.
public final class SpeechClock {
    private static final Duration BEAT = Duration.ofMillis(20);

    private final PhoneLoop loop;
    private final Set<Speech> speaking = new LinkedHashSet<>();
    private short nextSequence;
    private boolean beating;
    private long nextBeat;

    public SpeechClock(PhoneLoop loop) {
        this.loop = loop;
    }

    PhoneLoop loop() {
        return loop;
    }

    /// Where a new speech begins to number its packets: behind all that were begun before it. RFC 3550 wants any
    /// number, and an exchange that takes two streams for one has most trouble with this.
    short nextSequence() {
        nextSequence -= 2000;
        return nextSequence;
    }

    void start(Speech speech) {
        speaking.add(speech);
        if (!beating) {
            beating = true;
            nextBeat = System.nanoTime();
            loop.after(Duration.ZERO, this::beat);
        }
    }

    void stop(Speech speech) {
        speaking.remove(speech);
    }

    private void beat() {
        List.copyOf(speaking).forEach(Speech::sendFrame);
        beating = !speaking.isEmpty();
        if (!beating) {
            return;
        }
        long now = System.nanoTime();
        nextBeat += BEAT.toNanos();
        if (nextBeat < now) {
            nextBeat = now; // a pause of the machine is not made up for by a burst
        }
        loop.after(Duration.ofNanos(nextBeat - now), this::beat);
    }
}
