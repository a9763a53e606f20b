package org.santral.server.directory.outside;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.santral.caller.Candidate;
import org.santral.server.directory.outside.entry.Source;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.santral.server.numbers.PhoneNumbers;

/// One outside directory behind a time budget, a memory and a circuit breaker. What comes too late for the one
/// who asked is remembered for the next who asks.
final class BudgetedOutside {
    private final About about;
    private final Source source;
    private final Ranked ranked;
    private final Clockwork clockwork;
    private final Semaphore turns;
    private final Remembered remembered;
    private final Breaker breaker;
    private final AtomicLong knew = new AtomicLong();
    private final AtomicLong nobody = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong cached = new AtomicLong();
    private volatile PhoneNumbers.@Nullable Reading newest;
    private volatile long lastAnswer;

    BudgetedOutside(About about, Source source, Ranked ranked, Clockwork clockwork) {
        this.about = about;
        this.source = source;
        this.ranked = ranked;
        this.clockwork = clockwork;
        this.turns = new Semaphore(about.atOnce(), true);
        this.remembered = new Remembered(about.keep(), about.keepUnknown(), clockwork::nanos);
        this.breaker = new Breaker(clockwork::nanos);
    }

    /// @param kind `ldap`, `carddav`, `http`
    /// @param where for people: an address without secrets
    /// @param keep how long somebody it knew is taken as known without asking
    /// @param keepUnknown how long a number it did not know
    record About(
            String name, String kind, String where, Duration budget, Duration keep, Duration keepUnknown, int atOnce) {}

    /// @param state `up`, `away`
    /// @param lastAnswer milliseconds since 1970, null when it never answered
    /// @param answers how often it knew the number; `misses`: how often nobody there had it
    /// @param cached answered from memory without asking; `remembered`: numbers in that memory
    record State(
            String name,
            String kind,
            String where,
            String state,
            @Nullable String reason,
            @Nullable Long lastAnswer,
            long answers,
            long misses,
            long late,
            long failures,
            long cached,
            int remembered) {}

    String name() {
        return about.name();
    }

    String where() {
        return about.where();
    }

    /// Never blocks, and the answer is there when the budget is over: it never fails.
    CompletableFuture<Answer> ask(PhoneNumbers.Reading reading) {
        List<Candidate> known = remembered.fresh(key(reading));
        if (known != null) {
            cached.incrementAndGet();
            return CompletableFuture.completedFuture(Answer.of(known));
        }
        newest = reading;
        Breaker.Leave leave = breaker.leave();
        if (leave == Breaker.Leave.ASK) {
            return start(reading);
        }
        if (leave == Breaker.Leave.TRIAL) {
            start(reading);
        }
        List<Candidate> old = remembered.old(key(reading));
        if (old != null) {
            cached.incrementAndGet();
            return CompletableFuture.completedFuture(Answer.of(old));
        }
        return CompletableFuture.completedFuture(new Answer.Away(breaker.reason()));
    }

    /// For who has time, such as a call that is written back: nothing but the answer counts.
    List<Candidate> askPatiently(PhoneNumbers.Reading reading) throws SourceTrouble {
        List<Candidate> known = remembered.fresh(key(reading));
        if (known != null) {
            return known;
        }
        List<Candidate> found = ranked.of(source.withNumber(reading), reading);
        remembered.put(key(reading), found);
        return found;
    }

    /// Asks anew for the latest number when a trial is due: that a directory is back is noticed without a call.
    void tryAgain() {
        PhoneNumbers.Reading reading = newest;
        if (reading != null && breaker.wantsTrial() && breaker.leave() == Breaker.Leave.TRIAL) {
            start(reading);
        }
    }

    private CompletableFuture<Answer> start(PhoneNumbers.Reading reading) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        if (source.isAtHand()) {
            run(reading, answer);
            return answer;
        }
        clockwork.start(() -> run(reading, answer));
        clockwork.after(about.budget(), () -> {
            if (answer.complete(new Answer.Late(about.budget().toMillis()))) {
                late.incrementAndGet();
                breaker.bad("no answer within " + about.budget().toMillis() + " ms");
            }
        });
        return answer;
    }

    private void run(PhoneNumbers.Reading reading, CompletableFuture<Answer> answer) {
        try {
            // Who gave up while waiting for a turn asks nothing any more.
            if (!turns.tryAcquire(about.budget().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (answer.isDone()) {
                return;
            }
            List<Candidate> found = ranked.of(source.withNumber(reading), reading);
            remembered.put(key(reading), found);
            lastAnswer = clockwork.millis();
            (found.isEmpty() ? nobody : knew).incrementAndGet();
            if (answer.complete(Answer.of(found))) {
                breaker.good();
            }
        } catch (SourceTrouble e) {
            failed(answer, e.reason());
        } catch (RuntimeException e) {
            failed(answer, SourceTrouble.of(e).reason());
        } finally {
            turns.release();
        }
    }

    private void failed(CompletableFuture<Answer> answer, String reason) {
        failures.incrementAndGet();
        if (answer.complete(new Answer.Away(reason))) {
            breaker.bad(reason);
        }
    }

    /// How sure a match is depends on whether the country was said.
    private static String key(PhoneNumbers.Reading reading) {
        return reading.e164() + ";" + reading.extension() + (reading.assumed() ? "?" : "");
    }

    /// What is wrong with it, null when nothing is.
    @Nullable
    String trouble() {
        return breaker.isOpen() ? breaker.reason() : source.trouble();
    }

    State state() {
        String trouble = trouble();
        return new State(
                about.name(),
                about.kind(),
                about.where(),
                trouble == null ? "up" : "away",
                trouble,
                lastAnswer == 0 ? null : lastAnswer,
                knew.get(),
                nobody.get(),
                late.get(),
                failures.get(),
                cached.get(),
                remembered.size());
    }

    void close() {
        source.close();
    }
}
