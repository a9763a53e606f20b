package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.call.StopClock;
import org.santral.history.Recording;

/// A recording while its call lives.
final class Tape {
    /// An agent's wish is answered by the exchange within this time, or the pause was somebody else's.
    private static final Duration ANSWERED = Duration.ofSeconds(5);

    final Leg leg;
    final Instant startedAt;
    private final StopClock talk = new StopClock();
    private final List<Recording.Pause> pauses = new ArrayList<>(0);
    private String file;
    private @Nullable Instant endedAt;
    private @Nullable Instant pausedAt;
    private @Nullable AgentId pausedBy;
    private @Nullable AgentId askedBy;
    private Instant askedAt = Instant.EPOCH;

    Tape(Leg leg, String file, Instant at) {
        this.leg = leg;
        this.file = file;
        this.startedAt = at;
        follow(at);
    }

    boolean runs() {
        return endedAt == null;
    }

    boolean paused() {
        return pausedAt != null;
    }

    boolean isNamed(String name) {
        return file.equals(name);
    }

    boolean unnamed() {
        return file.isEmpty();
    }

    void name(String name) {
        file = name;
    }

    void follow(Instant at) {
        talk.run(runs() && leg.connection.conversing(), at);
    }

    void asked(AgentId agent, Instant at) {
        askedBy = agent;
        askedAt = at;
    }

    void pause(Instant at) {
        pausedAt = at;
        pausedBy = at.isAfter(askedAt.plus(ANSWERED)) ? null : askedBy;
        askedBy = null;
    }

    void resume(Instant at) {
        Instant from = pausedAt;
        if (from != null) {
            pauses.add(new Recording.Pause(from, at, pausedBy));
            pausedAt = null;
        }
    }

    void end(Instant at) {
        resume(at);
        endedAt = at;
        follow(at);
    }

    Recording written(Instant at) {
        var all = new ArrayList<>(pauses);
        if (pausedAt != null) {
            all.add(new Recording.Pause(pausedAt, null, pausedBy));
        }
        return new Recording(
                leg.connection.id(),
                file,
                startedAt,
                endedAt,
                talk.millis(endedAt == null ? at : endedAt),
                List.copyOf(all));
    }
}
