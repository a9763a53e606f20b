package org.santral.phones;

import java.time.Duration;

/// What a device does with a call that is offered to it.
public sealed interface AnswerMode {
    /// Rings until somebody answers, here or from the agent's desk (`NOTIFY Event: talk`).
    record AtTheDesk() implements AnswerMode {}

    /// Rings, and answers by itself after a while.
    record After(Duration ringing) implements AnswerMode {}

    /// Rings and obeys nobody.
    record Never() implements AnswerMode {}

    /// Like people: mostly answers after 2 to 8 s, one call in eight never.
    record Mixed() implements AnswerMode {}

    /// Rings, answers, and hangs up in the same moment.
    record Drop(Duration ringing) implements AnswerMode {}

    /// A slow phone: rings, and notices that the caller has gone, only after a while. Then it obeys who lifts it.
    record Slow(Duration delay) implements AnswerMode {}

    /// Does not ring: sends the caller on to another number (302 with Contact).
    record Forward(String number) implements AnswerMode {}

    /// Refuses with a SIP status, for example 486 (busy) or 603 (declined).
    record Refuse(int status, String reason) implements AnswerMode {}

    static AnswerMode busy() {
        return new Refuse(486, "Busy Here");
    }

    static AnswerMode decline() {
        return new Refuse(603, "Decline");
    }

    /// What [#parse] reads, for messages.
    String WORDS = "desk, after:3s, mix, never, busy, decline, drop:1s, slow:1s or forward:1002";

    /// One of [#WORDS].
    static AnswerMode parse(String text) {
        return switch (text) {
            case "desk" -> new AtTheDesk();
            case "never" -> new Never();
            case "mix" -> new Mixed();
            case "busy" -> busy();
            case "decline" -> decline();
            default -> withValue(text);
        };
    }

    private static AnswerMode withValue(String text) {
        String value = text.substring(text.indexOf(':') + 1);
        if (text.startsWith("after:")) {
            return new After(Spans.parse(value));
        }
        if (text.startsWith("drop:")) {
            return new Drop(Spans.parse(value));
        }
        if (text.startsWith("slow:")) {
            return new Slow(Spans.parse(value));
        }
        if (text.startsWith("forward:") && value.matches("\\+?[0-9*#]{1,32}")) {
            return new Forward(value);
        }
        throw new IllegalArgumentException("'" + text + "' is no way to answer: write " + WORDS);
    }

    /// As `parse` reads it.
    default String text() {
        return switch (this) {
            case AtTheDesk _ -> "desk";
            case After(Duration ringing) -> "after:" + ringing.toMillis() + "ms";
            case Never _ -> "never";
            case Mixed _ -> "mix";
            case Drop(Duration ringing) -> "drop:" + ringing.toMillis() + "ms";
            case Slow(Duration delay) -> "slow:" + delay.toMillis() + "ms";
            case Forward(String number) -> "forward:" + number;
            case Refuse(int status, String _) ->
                status == 486 ? "busy" : status == 603 ? "decline" : "refuse:" + status;
        };
    }
}
