package org.santral.server.directory.outside.http;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.santral.agent.Note;
import org.santral.history.CallRecord;

/// What a template that writes a call back can name.
final class CallFields {
    static final String E164 = "e164";
    static final String KEY = "key";
    static final Set<String> NAMES = new TreeSet<>(Set.of(
            "call",
            KEY,
            E164,
            "number",
            "callerName",
            "direction",
            "outcome",
            "agent",
            "queue",
            "did",
            "startedAt",
            "answeredAt",
            "endedAt",
            "waitSeconds",
            "talkSeconds",
            "note"));
    private static final long MILLIS = 1_000;

    private CallFields() {}

    /// All but the key, which the directory gives. Times are ISO 8601 in UTC; what is not known is empty.
    static Map<String, String> of(CallRecord record) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("call", record.call().toString());
        fields.put(E164, or(record.e164()));
        fields.put("number", record.caller().number());
        fields.put("callerName", record.caller().name());
        fields.put("direction", word(record.direction()));
        fields.put("outcome", word(record.outcome()));
        fields.put("agent", record.agent() == null ? "" : record.agent().value());
        fields.put("queue", or(record.queue()));
        fields.put("did", or(record.did()));
        fields.put("startedAt", record.startedAt().toString());
        fields.put("answeredAt", time(record.answeredAt()));
        fields.put("endedAt", time(record.endedAt()));
        fields.put("waitSeconds", Long.toString(record.waitMillis() / MILLIS));
        fields.put("talkSeconds", Long.toString(record.talkMillis() / MILLIS));
        fields.put(
                "note",
                record.notes().stream()
                        .map(Note::text)
                        .reduce((one, next) -> one + "\n" + next)
                        .orElse(""));
        return fields;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
