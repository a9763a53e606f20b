package org.santral.server.customers.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The values of the fields that administrators defined, each of its field's kind.
final class OwnFields {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 500;
    private static final int MOST_DIGITS = 30;

    private final Definitions definitions;
    private final Texts texts;

    OwnFields(Definitions definitions, Texts texts) {
        this.definitions = definitions;
        this.texts = texts;
    }

    /// In the order of the definitions.
    String json(Map<String, Object> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Definitions.Field field : definitions.fields()) {
            Object written = given.get(field.name());
            Object value = written == null ? null : value(field, written);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        for (String name : given.keySet()) {
            if (definitions.field(name) == null) {
                texts.fault("fields." + shown(name), "unknown", "There is no such field; have it defined first.");
            }
        }
        return JSON.writeValueAsString(values);
    }

    private @Nullable Object value(Definitions.Field field, Object written) {
        String place = "fields." + field.name();
        String text = written instanceof String given ? texts.line(place, given, LONGEST) : null;
        if (written instanceof String && text == null) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> text == null ? wrong(place, "a text in quotes") : text;
            case NUMBER -> number(place, text == null ? written : text);
            case DATE -> text == null ? wrong(place, "a date as 2026-11-25") : date(place, text);
            case YES_NO -> text == null ? truth(place, written) : truth(place, text.toLowerCase(Locale.ROOT));
            case CHOICE -> {
                if (text != null && field.choices().contains(text)) {
                    yield text;
                }
                yield wrong(place, "one of " + String.join(", ", field.choices()));
            }
        };
    }

    private @Nullable Object number(String place, Object written) {
        try {
            BigDecimal number = written instanceof BigDecimal given ? given : new BigDecimal(written.toString());
            return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS
                    ? number
                    : wrong(place, "a number of at most " + MOST_DIGITS + " digits");
        } catch (NumberFormatException e) {
            return wrong(place, "a number");
        }
    }

    private @Nullable Object date(String place, String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            return wrong(place, "a date as 2026-11-25");
        }
    }

    private @Nullable Object truth(String place, Object written) {
        if (written.equals(true) || written.equals("true") || written.equals("yes") || written.equals("1")) {
            return true;
        }
        if (written.equals(false) || written.equals("false") || written.equals("no") || written.equals("0")) {
            return false;
        }
        return wrong(place, "true or false");
    }

    private @Nullable Object wrong(String place, String expected) {
        texts.fault(place, "wrong-type", "Write " + expected + ".");
        return null;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return plain.length() > 64 ? plain.substring(0, 64) : plain;
    }
}
