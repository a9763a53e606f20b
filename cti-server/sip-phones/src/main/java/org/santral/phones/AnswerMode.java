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

    /// Refuses with a SIP status, for example 486 (busy) or 603 (declined).
    record Refuse(int status, String reason) implements AnswerMode {}

    static AnswerMode busy() {
        return new Refuse(486, "Busy Here");
    }

    static AnswerMode decline() {
        return new Refuse(603, "Decline");
    }

    /// `desk`, `after:3s`, `never`, `mix`, `busy` or `decline`.
    static AnswerMode parse(String text) {
        return switch (text) {
            case "desk" -> new AtTheDesk();
            case "never" -> new Never();
            case "mix" -> new Mixed();
            case "busy" -> busy();
            case "decline" -> decline();
            default -> {
                if (!text.startsWith("after:")) {
                    throw new IllegalArgumentException(
                            "'" + text + "' is no way to answer: write desk, after:3s, never, mix, busy or decline");
                }
                yield new After(Spans.parse(text.substring("after:".length())));
            }
        };
    }

    /// As `parse` reads it.
    default String text() {
        return switch (this) {
            case AtTheDesk _ -> "desk";
            case After(Duration ringing) -> "after:" + ringing.toMillis() + "ms";
            case Never _ -> "never";
            case Mixed _ -> "mix";
            case Refuse(int status, String _) ->
                status == 486 ? "busy" : status == 603 ? "decline" : "refuse:" + status;
        };
    }
}
