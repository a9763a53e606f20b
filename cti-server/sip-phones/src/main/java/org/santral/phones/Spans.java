package org.santral.phones;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of time as people write them: `3`, `3s`, `0.5s`, `500ms`, `2m`. A bare number is seconds.
public final class Spans {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m|)");

    private Spans() {}

    public static Duration parse(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no span of time: write for example 3s, 0.5s or 500ms");
        }
        double number = Double.parseDouble(span.group(1));
        double millis = switch (span.group(2)) {
            case "ms" -> number;
            case "m" -> number * 60_000;
            default -> number * 1000;
        };
        return Duration.ofMillis(Math.round(millis));
    }
}
