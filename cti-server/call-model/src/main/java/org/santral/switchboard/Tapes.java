package org.santral.switchboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.history.Recording;
import org.santral.screenpop.Pop;

/// The recordings of one call, through transfers and parks: each runs on a connection of it.
final class Tapes {
    /// An exchange that starts a recording again and again is not followed for ever.
    private static final int MOST = 100;

    private final List<Tape> tapes = new ArrayList<>(1);

    /// @return false when this says nothing new
    boolean started(Leg leg, String file, Instant at) {
        for (Tape tape : tapes) {
            if (tape.leg == leg && tape.runs()) {
                if (file.isEmpty() || tape.isNamed(file)) {
                    return false;
                }
                if (tape.unnamed()) {
                    tape.name(file);
                    return true;
                }
            }
        }
        return tapes.size() < MOST && tapes.add(new Tape(leg, file, at));
    }

    boolean paused(Leg leg, Instant at) {
        boolean any = false;
        for (Tape tape : tapes) {
            if (tape.leg == leg && tape.runs() && !tape.paused()) {
                tape.pause(at);
                any = true;
            }
        }
        return any;
    }

    boolean resumed(Leg leg, Instant at) {
        boolean any = false;
        for (Tape tape : tapes) {
            if (tape.leg == leg && tape.paused()) {
                tape.resume(at);
                any = true;
            }
        }
        return any;
    }

    /// The one that began last on this connection.
    boolean stopped(Leg leg, Instant at) {
        for (int i = tapes.size() - 1; i >= 0; i--) {
            Tape tape = tapes.get(i);
            if (tape.leg == leg && tape.runs()) {
                tape.end(at);
                return true;
            }
        }
        return false;
    }

    /// The connection has moved.
    void follow(Leg leg, Instant at) {
        for (int i = 0; i < tapes.size(); i++) {
            if (tapes.get(i).leg == leg) {
                tapes.get(i).follow(at);
            }
        }
    }

    /// The connection has ended, and with it what was recorded on it.
    void cleared(Leg leg, Instant at) {
        for (int i = 0; i < tapes.size(); i++) {
            if (tapes.get(i).leg == leg && tapes.get(i).runs()) {
                tapes.get(i).end(at);
            }
        }
    }

    /// Takes over those of a call that turned out to be this one.
    void absorb(Tapes others) {
        tapes.addAll(others.tapes);
        others.tapes.clear();
        tapes.sort(Comparator.comparing(tape -> tape.startedAt));
    }

    /// Those that run now.
    List<Tape> running() {
        return tapes.stream().filter(Tape::runs).toList();
    }

    /// @return null when nothing is recorded now
    Pop.@Nullable Recorded state() {
        Pop.Recorded state = null;
        for (int i = 0; i < tapes.size(); i++) {
            Tape tape = tapes.get(i);
            if (tape.runs()) {
                state = tape.paused() && state != Pop.Recorded.RUNNING ? Pop.Recorded.PAUSED : Pop.Recorded.RUNNING;
            }
        }
        return state;
    }

    List<Recording> written(Instant at) {
        if (tapes.isEmpty()) {
            return List.of();
        }
        return tapes.stream().map(tape -> tape.written(at)).toList();
    }
}
