package org.santral.server.ledger;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
    private final LedgerFolder folder;
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

    LedgerWorker(Parts parts, LedgerFolder folder, Hearing hearing, AttachedPbx pbx, InstantSource clock) {
        this.settings = parts.settings();
        this.zone = parts.zone();
        this.tables = parts.tables();
        this.reconciler = parts.reconciler();
        this.folder = folder;
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
            read();
            int waiting = reconciler.settle(board());
            state = new LedgerState(
                    state.trouble(),
                    state.detail(),
                    state.readAt(),
                    state.newestAt(),
                    state.unread(),
                    waiting,
                    state.checkedAt());
            if (clock.instant().isAfter(nextNight.toInstant())) {
                nextNight = nightAfter(clock.instant());
                again();
                tables.forgetBefore(clock.instant().minus(Duration.ofDays(settings.keepDays())));
            }
        } catch (DataAccessException e) {
            trouble("database-away", e);
        } catch (IOException e) {
            trouble(
                    e instanceof NoSuchFileException || e instanceof NotDirectoryException
                            ? "folder-missing"
                            : "folder-unreadable",
                    e);
        } catch (RuntimeException e) {
            LOG.error("The ledger could not be read or compared: it is tried again", e);
            state = state.in("failure", String.valueOf(e.getMessage()));
        }
    }

    private void trouble(String word, Exception why) {
        String detail = why instanceof AccessDeniedException ? "access denied: " + folder.path() : folder.path() + "";
        if (!word.equals(state.trouble())) {
            LOG.warn("The ledger cannot be read ({}): {}", word, why.getMessage());
        }
        state = state.in(word, detail);
    }

    private void read() throws IOException {
        Instant now = clock.instant();
        long unread = 0;
        boolean any = false;
        for (LedgerFolder.Found file : folder.files()) {
            any = true;
            long position = tables.position(file);
            while (position < file.size()) {
                LedgerFolder.Portion portion = folder.read(file, position);
                if (portion.next() == position) {
                    break;
                }
                tables.keep(file, portion, now);
                position = portion.next();
            }
            unread += Math.max(0, file.size() - position);
            rotate(file, position);
        }
        state = new LedgerState(
                any ? null : "nothing-yet",
                folder.path().toString(),
                now,
                tables.newest().orElse(null),
                unread,
                state.waiting(),
                state.checkedAt());
    }

    private void rotate(LedgerFolder.Found file, long position) throws IOException {
        boolean current = file.path().getFileName().toString().equals(LedgerFolder.NAME);
        if (current && settings.rotateMegabytes() > 0 && position >= settings.rotateMegabytes() * 1_000_000L) {
            folder.rotate(clock.instant().getEpochSecond() + "");
        }
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
    }
}
