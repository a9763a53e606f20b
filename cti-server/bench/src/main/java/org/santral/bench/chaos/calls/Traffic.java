package org.santral.bench.chaos.calls;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.santral.bench.chaos.parts.ChaosSite;
import org.santral.phones.AnswerMode;
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
    private final long seed;
    private final Desks desks = new Desks(ChaosSite.desks());
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Phaser up = new Phaser(1);
    private final AtomicInteger begun = new AtomicInteger();
    private volatile CountDownLatch open = new CountDownLatch(0);

    public Traffic(PhoneBench phones, TruthLog truth, long seed) {
        this.phones = phones;
        this.truth = truth;
        this.seed = seed;
    }

    /// How many were begun.
    public int begun() {
        return begun.get();
    }

    /// Nobody calls from here on: an exchange that is down would only be called in vain.
    public void pause() {
        open = new CountDownLatch(1);
    }

    public void resume() {
        open.countDown();
    }

    /// Places that many calls and returns when the last has begun.
    public void place(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            RandomGenerator random = new SplittableRandom(seed * 1_000_003 + begun.get());
            Thread.sleep(random.nextInt(50, 450));
            room.acquire();
            open.await();
            Kind kind = Kind.any(random);
            List<String> mine = desks.take(kind.desks());
            Driven call = truth.begin(kind);
            call.desks(mine);
            begun.incrementAndGet();
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
            new Play(phones, truth, call, random).run();
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
        call.await(FAREWELL, seen -> call.legs().stream().allMatch(leg -> leg.endCause() != null));
        call.legs().stream()
                .filter(leg -> leg.endCause() == null)
                .filter(leg -> !isDesk(call, leg))
                .forEach(this::hangUp);
        for (String extension : call.desks()) {
            SipPhone desk = phones.phone(extension);
            desk.mode(new AnswerMode.AtTheDesk());
            for (long waited = 0; !desk.calls().isEmpty() && waited < CLEAN_UP.toMillis(); waited += 100) {
                if (waited >= 2000) {
                    desk.calls().forEach(leg -> desk.hangUp(leg.id()));
                }
                Thread.sleep(100);
            }
        }
    }

    private static boolean isDesk(Driven call, PhoneCall leg) {
        return call.desks().contains(leg.device());
    }

    private void hangUp(PhoneCall leg) {
        if (leg.device().equals(org.santral.phones.Carrier.DEVICE)) {
            phones.carrier().hangUp(leg.id());
        } else {
            phones.phone(leg.device()).hangUp(leg.id());
        }
    }
}
