package org.santral.phones.daemon;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of an order. Each is read strictly; what is wrong is refused with its name and the mend. Null
/// counts as not given.
final class Fields {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9*#]{1,32}");

    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    static Fields of(String body, List<String> known) {
        JsonNode object;
        try {
            object = JSON.readTree(body);
        } catch (JacksonException e) {
            throw Refusal.of(400, "Bad order", "The body is no JSON: " + e.getOriginalMessage());
        }
        if (!object.isObject()) {
            throw Refusal.of(400, "Bad order", "The body is no JSON object: write {...}");
        }
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw Refusal.field(
                        name,
                        "is not known here",
                        known.isEmpty() ? "this order has no fields" : "the fields are " + String.join(", ", known));
            }
        }
        return new Fields(object);
    }

    private @Nullable JsonNode given(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /// Empty when it is not given. Never holds a control character: it would end up in a SIP header.
    String text(String name, int longest) {
        JsonNode value = given(name);
        if (value == null) {
            return "";
        }
        if (!value.isString()) {
            throw Refusal.field(name, "is no text", "write it in quotes");
        }
        String text = value.stringValue();
        if (text.codePointCount(0, text.length()) > longest) {
            throw Refusal.field(name, "is too long", "write at most " + longest + " characters");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw Refusal.field(
                    name, "holds a line break, another control character or half a character", "leave it out");
        }
        return text;
    }

    String needed(String name, int longest) {
        String text = text(name, longest);
        if (text.isBlank()) {
            throw Refusal.field(name, "is missing", "write it as text");
        }
        return text;
    }

    /// A number as it is typed on a phone.
    String dialled(String name) {
        String number = needed(name, 33);
        if (!DIALLED.matcher(number).matches()) {
            throw Refusal.field(name, "is no number to dial", "write digits, * and #, with or without a leading +");
        }
        return number;
    }

    boolean flag(String name) {
        JsonNode value = given(name);
        if (value != null && !value.isBoolean()) {
            throw Refusal.field(name, "is neither true nor false", "write true or false, without quotes");
        }
        return value != null && value.booleanValue();
    }

    /// Null when it is not given.
    @Nullable
    Duration seconds(String name, int most) {
        JsonNode value = given(name);
        if (value == null) {
            return null;
        }
        double seconds = value.isNumber() ? value.doubleValue() : -1;
        if (!(seconds >= 0 && seconds <= most)) {
            throw Refusal.field(name, "is no time", "write a number of seconds from 0 to " + most);
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    int whole(String name, int most) {
        JsonNode value = given(name);
        BigDecimal number = value != null && value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
        if (number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw Refusal.field(name, "is no such number", "write a whole number from 0 to " + most);
        }
        return number.intValue();
    }
}
