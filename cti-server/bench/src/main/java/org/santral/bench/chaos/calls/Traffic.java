package org.santral.bench.chaos.calls;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.santral.bench.chaos.parts.ChaosSite;
import org.santral.bench.chaos.parts.Exchange;
import org.santral.phones.AnswerMode;
import org.santral.phones.Carrier;
import org.santral.phones.PhoneBench;
import org.santral.phones.SipPhone;
import org.santral.phones.call.PhoneCall;

/// Lets calls go, some at a time, each of a kind that chance chooses.
public final class Traffic {
    private static final int AT_ONCE = 12;
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration CLEAN_UP = Duration.ofSeconds(6);

    private final PhoneBench phones;
    private final TruthLog truth;
    private final Exchange exchange;
    private final long seed;
    private final Desks desks = new Desks(ChaosSite.desks());
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Phaser up = new Phaser(1);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean paused;
    private int limit;
    private int begun;

    public Traffic(PhoneBench phones, TruthLog truth, Exchange exchange, long seed) {
        this.phones = phones;
        this.truth = truth;
        this.exchange = exchange;
        this.seed = seed;
    }

    /// Returns when that many were begun.
    public void awaitBegun(int calls) throws InterruptedException {
        lock.lock();
        try {
            while (begun < calls) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many may begin: those beyond wait until what should happen before them has happened.
    public void limit(int calls) {
        change(() -> limit = calls);
    }

    /// Nobody calls from here on: an exchange that is down would only be called in vain.
    public void pause() {
        change(() -> paused = true);
    }

    public void resume() {
        change(() -> paused = false);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitLeave() throws InterruptedException {
        lock.lock();
        try {
            while (paused || begun >= limit) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Places that many calls and returns when the last has begun.
    public void place(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            RandomGenerator random = new SplittableRandom(seed * 1_000_003 + i);
            Thread.sleep(random.nextInt(50, 450));
            room.acquire();
            Kind kind = Kind.any(random);
            List<String> mine = desks.take(kind.desks());
            awaitLeave();
            Driven call = truth.begin(kind);
            call.desks(mine);
            change(() -> begun++);
            up.register();
            Thread.ofVirtual().name("call-" + call.number()).start(() -> play(call, random));
        }
    }

    /// Returns when every call that was placed is over.
    public void awaitOver() {
        up.arriveAndAwaitAdvance();
    }

    private void play(Driven call, RandomGenerator random) {
        try {
            new Play(phones, truth, exchange, call, random).run();
            cleanUp(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            call.disturbed("the drive failed: " + e);
            throw e;
        } finally {
            desks.giveBack(call.desks());
            room.release();
            up.arriveAndDeregister();
        }
    }

    /// Whoever still has a part in the call hangs up, and the desks are as they were before.
    private void cleanUp(Driven call) throws InterruptedException {
        call.awaitOver(FAREWELL);
        call.open().forEach(this::hangUp);
        for (String extension : call.desks()) {
            SipPhone desk = phones.phone(extension);
            desk.mode(new AnswerMode.AtTheDesk());
            desk.calls().forEach(leg -> desk.hangUp(leg.id()));
        }
        call.awaitOver(CLEAN_UP);
    }

    private void hangUp(PhoneCall leg) {
        if (leg.device().equals(Carrier.DEVICE)) {
            phones.carrier().hangUp(leg.id());
        } else {
            phones.phone(leg.device()).hangUp(leg.id());
        }
    }
}
