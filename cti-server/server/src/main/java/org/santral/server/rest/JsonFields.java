package org.santral.server.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The members of one JSON object, asked for by name and type. What has another type is noted as a fault with its
/// place, and reading goes on, so that all faults are told at once.
public final class JsonFields {
    private static final int MOST_ITEMS = 1_000;

    private final JsonNode json;
    private final String place;
    private final List<Fault> faults;
    private final Set<String> asked = new HashSet<>();

    /// @param place what stands before a member's name: empty, or with its dot
    private JsonFields(JsonNode json, String place, List<Fault> faults) {
        this.json = json;
        this.place = place;
        this.faults = faults;
    }

    /// @param faults where what is wrong is noted
    public static JsonFields of(JsonBody body, List<Fault> faults) {
        return new JsonFields(body.json(), "", faults);
    }

    public String place(String name) {
        return place + name;
    }

    /// Null when it is not there, null or no text.
    public @Nullable String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        return value.isString() ? value.asString() : wrong(name, "a text in quotes");
    }

    public boolean flag(String name, boolean otherwise) {
        Boolean given = flag(name);
        return given == null ? otherwise : given;
    }

    public @Nullable Boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        return value.isBoolean() ? Boolean.valueOf(value.asBoolean()) : this.<Boolean>wrong(name, "true or false");
    }

    public @Nullable Long number(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        return value.isIntegralNumber() && value.canConvertToLong()
                ? Long.valueOf(value.asLong())
                : this.<Long>wrong(name, "a whole number");
    }

    /// Text, number or truth value; anything else is a fault.
    public @Nullable Object simple(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        return switch (value.getNodeType()) {
            case STRING -> value.asString();
            case BOOLEAN -> value.asBoolean();
            case NUMBER -> number(value);
            case ARRAY, BINARY, MISSING, NULL, OBJECT, POJO -> wrong(name, "a text, a number, true or false");
        };
    }

    private static BigDecimal number(JsonNode value) {
        return value.decimalValue();
    }

    /// Null when it is not there, null or no object.
    public @Nullable JsonFields object(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        return value.isObject()
                ? new JsonFields(value, place + name + ".", faults)
                : this.<JsonFields>wrong(name, "an object in braces");
    }

    /// Of an array of objects; empty when it is not there.
    public <T> List<T> objects(String name, BiFunction<JsonFields, String, T> read) {
        return items(name, (item, at) -> {
            if (item.isObject()) {
                JsonFields fields = new JsonFields(item, at + ".", faults);
                return read.apply(fields, at);
            }
            faults.add(new Fault(at, "wrong-type", "Write an object in braces."));
            return null;
        });
    }

    public List<String> texts(String name) {
        return items(name, (item, at) -> {
            if (item.isString()) {
                return item.asString();
            }
            faults.add(new Fault(at, "wrong-type", "Write a text in quotes."));
            return null;
        });
    }

    /// Items for which nothing can be made are left out; a fault says so.
    private <T> List<T> items(String name, BiFunction<JsonNode, String, @Nullable T> read) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            wrong(name, "a list in brackets");
            return List.of();
        }
        if (value.size() > MOST_ITEMS) {
            faults.add(new Fault(place + name, "too-many", "Write at most " + MOST_ITEMS + "."));
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            T item = read.apply(value.get(i), place + name + "[" + i + "]");
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    /// Names the members that have none of these.
    public Set<String> names() {
        return new HashSet<>(json.propertyNames());
    }

    /// To be called last: members that nobody asked for are faults, except those that are told and not taken.
    public void nothingElse(String... toldOnly) {
        Set<String> left = names();
        left.removeAll(asked);
        left.removeAll(Set.of(toldOnly));
        left.stream()
                .sorted()
                .limit(MOST_ITEMS)
                .forEach(name -> faults.add(new Fault(
                        place + shown(name), "unknown-property", "There is no such property; leave it out.")));
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return plain.length() > 64 ? plain.substring(0, 64) : plain;
    }

    private @Nullable JsonNode value(String name) {
        asked.add(name);
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private <T> @Nullable T wrong(String name, String expected) {
        faults.add(new Fault(place + name, "wrong-type", "Write " + expected + "."));
        return null;
    }
}
