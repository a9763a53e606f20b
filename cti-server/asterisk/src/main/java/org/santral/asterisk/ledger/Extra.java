package org.santral.asterisk.ledger;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an event of the log says beside its columns: a flat JSON object.
final class Extra {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> values;

    private Extra(Map<String, String> values) {
        this.values = values;
    }

    /// What cannot be read says nothing.
    static Extra of(CelRow row) {
        Map<String, String> values = new HashMap<>();
        if (!row.extra().isEmpty()) {
            try {
                JsonNode node = JSON.readTree(row.extra());
                node.properties()
                        .forEach(entry -> values.put(
                                entry.getKey(),
                                entry.getValue().isValueNode()
                                                && !entry.getValue().isNull()
                                        ? entry.getValue().asString()
                                        : ""));
            } catch (JacksonException e) {
                return new Extra(Map.of());
            }
        }
        return new Extra(values);
    }

    /// Empty when it is not there.
    String text(String key) {
        return values.getOrDefault(key, "");
    }

    int number(String key) {
        String text = text(key);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
