package org.santral.bench.traffic;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Calls that keep coming so that so many events a second are told, each call as long as it was when it was
/// recorded.
public final class SteadyTraffic {
    private final List<RecordedCall> recordings;
    private final Player player;
    private final long gap;
    private final Map<String, RecordedCall> calls = new LinkedHashMap<>();
    private long copy;

    /// @param firstCopy so that no id of earlier traffic comes back
    public SteadyTraffic(List<RecordedCall> recordings, StandInExchange exchange, int eventsPerSecond, long firstCopy) {
        this.recordings = List.copyOf(recordings);
        this.player = new Player(exchange);
        this.copy = firstCopy;
        double eventsOfACall = recordings.stream()
                .mapToInt(call -> call.events().size())
                .average()
                .orElseThrow();
        gap = (long) (eventsOfACall / eventsPerSecond * TimeUnit.SECONDS.toNanos(1));
    }

    /// Plays until so many calls have begun, then until the last of them is over.
    public void play(int most) throws IOException {
        long at = System.nanoTime();
        for (int call = 0; call < most; call++, at += gap) {
            player.play(at - gap);
            RecordedCall recording = recordings.get(call % recordings.size());
            TimedCopy one = new TimedCopy(recording, copy++);
            calls.put(one.name(), recording);
            player.plan(at, one);
        }
        player.play(Long.MAX_VALUE);
    }

    /// How many calls begin in so many seconds.
    public int callsIn(int seconds) {
        return (int) (TimeUnit.SECONDS.toNanos(seconds) / gap);
    }

    /// What was played, by the exchange's name for it.
    public Map<String, RecordedCall> calls() {
        return calls;
    }

    public long events() {
        return player.events();
    }
}
