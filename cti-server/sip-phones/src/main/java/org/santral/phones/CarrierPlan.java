package org.santral.phones;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How the people behind the carrier's network take calls: by the last digits of the number that is dialled.
/// Numbers that end in 86 are busy, in 80 never answer, in 04 do not exist; all others answer after 1.5 s.
/// Numbers may be told otherwise one by one.
public final class CarrierPlan {
    private static final AnswerMode USUAL = new AnswerMode.After(Duration.ofMillis(1500));

    private final Map<String, AnswerMode> byNumber = new LinkedHashMap<>();

    void set(String number, AnswerMode mode) {
        byNumber.put(number, mode);
    }

    AnswerMode modeOf(String dialled) {
        AnswerMode told = byNumber.get(dialled);
        if (told != null) {
            return told;
        }
        String last = dialled.substring(Math.max(0, dialled.length() - 2));
        return switch (last) {
            case "86" -> AnswerMode.busy();
            case "80" -> new AnswerMode.Never();
            case "04" -> new AnswerMode.Refuse(404, "Not Found");
            default -> USUAL;
        };
    }
}
