package org.santral.server.recordings;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keeper's rounds: every few seconds what has ended, every night everything, and once after the start.
final class KeeperRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeeperRounds.class);
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final LocalTime NIGHT = LocalTime.of(3, 30);

    private final RecordingKeeper keeper;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Thread walker;
    private @Nullable LocalDate sweptOn;
    private boolean failed;

    KeeperRounds(RecordingKeeper keeper, InstantSource clock, ZoneId zone) {
        this.keeper = keeper;
        this.clock = clock;
        this.zone = zone;
        walker = Thread.ofVirtual().name("recordings").start(this::run);
    }

    private void run() {
        try {
            while (keeper.looks()) {
                Thread.sleep(ROUND);
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            keeper.lookAtEnded();
            var now = clock.instant().atZone(zone);
            LocalDate night =
                    now.toLocalTime().isBefore(NIGHT) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
            if (!night.equals(sweptOn)) {
                keeper.sweep();
                sweptOn = night;
            }
            failed = false;
        } catch (RuntimeException e) {
            if (!failed) {
                LOG.warn("The recordings cannot be looked at now ({}): tried again every few seconds", e.getMessage());
            }
            failed = true;
        }
    }

    @Override
    public void close() throws InterruptedException {
        walker.interrupt();
        walker.join(Duration.ofSeconds(2));
    }
}
