package org.santral.server.loop;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.because.Rules;

/// Wishes of screens that wait for their answer: every one gets exactly one, within two seconds.
public final class Requests {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Consumer<@Nullable Because>> waiting = new ConcurrentHashMap<>();
    private final Timers timers;

    public Requests(Timers timers) {
        this.timers = timers;
    }

    /// @param key unique among all screens
    /// @param answer takes null for "done", else why not
    public void open(String key, Consumer<@Nullable Because> answer) {
        waiting.put(key, answer);
        timers.start(
                "request/" + key,
                PATIENCE,
                () -> close(key, Because.of(Rules.REFUSE_NO_ANSWER, "seconds", "" + PATIENCE.toSeconds())));
    }

    public void close(String key, @Nullable Because whyNot) {
        Consumer<@Nullable Because> answer = waiting.remove(key);
        if (answer != null) {
            timers.cancel("request/" + key);
            answer.accept(whyNot);
        }
    }
}
