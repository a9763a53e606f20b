package org.santral.e2e;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// For what another process does and nobody tells: asked again until it is so.
final class Awaiting {
    private Awaiting() {}

    /// Answers null until it is so.
    @FunctionalInterface
    interface Question<T> {
        @Nullable
        T ask() throws Exception;
    }

    static <T> T until(String expected, Question<T> question) {
        Holder<T> answer = new Holder<>();
        // In the same thread: a browser is driven by one thread alone.
        Awaitility.await(expected)
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    answer.value = question.ask();
                    return answer.value != null;
                });
        T value = answer.value;
        if (value == null) {
            throw new AssertionError(expected);
        }
        return value;
    }

    private static final class Holder<T> {
        private @Nullable T value;
    }
}
