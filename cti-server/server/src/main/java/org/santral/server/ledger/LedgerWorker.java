package org.santral.server.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.santral.server.loop.AttachedPbx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads, compares and repairs, on one thread of its own: every few seconds what is new, after a gap and every
/// night what went before.
final class LedgerWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWorker.class);
    private static final Duration LOOK_BACK = Duration.ofDays(2);

    private final LedgerSettings settings;
    private final ZoneId zone;
    private final LedgerReading reading;
    private final LedgerTables tables;
    private final Reconciler reconciler;
    private final Hearing hearing;
    private final AttachedPbx pbx;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger").daemon().factory());
    private volatile LedgerState state = new LedgerState("nothing-yet", "", null, null, 0, 0, null);
    private boolean begun;
    private ZonedDateTime nextNight;

    LedgerWorker(Parts parts, LedgerReading reading, Hearing hearing, AttachedPbx pbx, InstantSource clock) {
        this.settings = parts.settings();
        this.zone = parts.zone();
        this.tables = parts.tables();
        this.reconciler = parts.reconciler();
        this.reading = reading;
        this.hearing = hearing;
        this.pbx = pbx;
        this.clock = clock;
        this.nextNight = nightAfter(clock.instant());
    }

    /// What it works with.
    record Parts(LedgerSettings settings, ZoneId zone, LedgerTables tables, Reconciler reconciler) {}

    void start() {
        thread.scheduleWithFixedDelay(this::round, 0, settings.readEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    LedgerState state() {
        return state;
    }

    /// Everything of the last days once more, now.
    ///
    /// @return when it is done
    CompletableFuture<Void> checkNow() {
        return CompletableFuture.runAsync(
                () -> {
                    round();
                    again();
                },
                thread);
    }

    private void round() {
        try {
            if (!begun) {
                hearing.begin(tables, pbx.linkUp());
                begun = true;
            }
            hearing.keep(tables);
            LedgerReading.Read read = reading.read(hearing.newestEnd());
            int waiting = reconciler.settle(board());
            said(read, waiting);
            if (read.lateFrom() != null) {
                reconciler.checkAgain(read.lateFrom(), clock.instant(), board());
            }
            if (clock.instant().isAfter(nextNight.toInstant())) {
                nextNight = nightAfter(clock.instant());
                again();
                tables.forgetBefore(clock.instant().minus(Duration.ofDays(settings.keepDays())));
                reading.forget();
            }
        } catch (DataAccessException e) {
            trouble("database-away", "", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The ledger could not be read or compared: it is tried again", e);
            state = state.in("failure", String.valueOf(e.getMessage()));
        }
    }

    private void said(LedgerReading.Read read, int waiting) {
        state = new LedgerState(
                state.trouble(),
                read.detail(),
                read.trouble() == null || read.trouble().equals("nothing-yet") ? clock.instant() : state.readAt(),
                tables.newest().orElse(null),
                read.unread(),
                waiting,
                state.checkedAt());
        if (read.trouble() == null) {
            state = state.in(null, read.detail());
        } else {
            trouble(read.trouble(), read.detail(), read.detail());
        }
    }

    private void trouble(String word, String detail, String why) {
        if (!word.equals(state.trouble()) && !word.equals("nothing-yet")) {
            LOG.warn("The ledger cannot be read ({}): {}", word, why);
        }
        state = state.in(word, detail);
    }

    private void again() {
        Instant now = clock.instant();
        reconciler.checkAgain(now.minus(LOOK_BACK), now, board());
        state = state.checked(now);
    }

    private LiveBoard board() {
        CompletableFuture<LiveBoard> board = new CompletableFuture<>();
        pbx.loop().run(() -> board.complete(LiveBoard.of(pbx.loop().snapshot())));
        return board.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private ZonedDateTime nightAfter(Instant now) {
        ZonedDateTime tonight = now.atZone(zone).with(settings.nightly());
        return tonight.toInstant().isAfter(now) ? tonight : tonight.plusDays(1);
    }

    @Nullable
    Instant nextNight() {
        return nextNight.toInstant();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reading.close();
    }
}
