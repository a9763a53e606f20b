package org.santral.server.directory.outside;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Keeps questions from a directory that does not answer. After some bad answers nobody waits for it any more;
/// from time to time one question goes through as a trial, for which nobody waits either, and a good answer to
/// it ends the matter.
final class Breaker {
    private static final int WINDOW = 10;
    private static final int FEWEST_BAD = 3;
    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(60);

    private final LongSupplier nanos;
    private final Deque<Boolean> latest = new ArrayDeque<>();
    private boolean open;
    private boolean trying;
    private long pause = FIRST_PAUSE;
    private long nextTrial;
    private String reason = "";

    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Whether a question may be asked.
    enum Leave {
        ASK,
        /// Ask, but let nobody wait for the answer.
        TRIAL,
        NO
    }

    synchronized Leave leave() {
        if (!open) {
            return Leave.ASK;
        }
        if (trying || nanos.getAsLong() - nextTrial < 0) {
            return Leave.NO;
        }
        trying = true;
        return Leave.TRIAL;
    }

    /// A trial is due and nobody has asked for a while.
    synchronized boolean wantsTrial() {
        return open && !trying && nanos.getAsLong() - nextTrial >= 0;
    }

    synchronized void good() {
        if (open) {
            open = false;
            trying = false;
            pause = FIRST_PAUSE;
            latest.clear();
        }
        note(true);
    }

    synchronized void bad(String why) {
        reason = why;
        if (open) {
            if (trying) {
                trying = false;
                pause = Math.min(pause * 2, LONGEST_PAUSE);
                nextTrial = nanos.getAsLong() + pause;
            }
            return;
        }
        note(false);
        long bad = latest.stream().filter(good -> !good).count();
        if (bad >= FEWEST_BAD && bad * 2 > latest.size()) {
            open = true;
            pause = FIRST_PAUSE;
            nextTrial = nanos.getAsLong() + pause;
        }
    }

    private void note(boolean good) {
        latest.addLast(good);
        if (latest.size() > WINDOW) {
            latest.removeFirst();
        }
    }

    synchronized boolean isOpen() {
        return open;
    }

    /// Why the newest bad answer was bad; empty before there was one.
    synchronized String reason() {
        return reason;
    }
}
