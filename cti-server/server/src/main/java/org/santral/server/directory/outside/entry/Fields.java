package org.santral.server.directory.outside.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which field of a directory is which field of a card: settings under `….fields`. A value names one place of
/// the directory's entries (an attribute, a JSON pointer), or several with blanks between, whose values are
/// joined by a blank.
public final class Fields {
    public static final String KEY = "key";
    public static final String NAME = "name";
    public static final String NUMBERS = "numbers";
    private static final Set<String> KNOWN =
            Set.of(KEY, NAME, "company", "segment", "language", "owner", "warning", NUMBERS);

    private final Map<String, List<String>> places;

    private Fields(Map<String, List<String>> places) {
        this.places = places;
    }

    /// @param given as the settings say; what they leave out is taken from `defaults`
    public static Fields of(Map<String, String> given, Map<String, String> defaults) {
        Map<String, List<String>> places = new java.util.HashMap<>();
        defaults.forEach((field, place) -> places.put(field, split(place)));
        given.forEach((field, place) -> places.put(field, split(place)));
        return new Fields(Map.copyOf(places));
    }

    private static List<String> split(String place) {
        return List.of(place.strip().split("\\s+"));
    }

    /// @param at the settings' key, such as `santral.directories.list[0].ldap.fields`
    public static List<String> wrong(String at, Map<String, String> given) {
        List<String> wrong = new ArrayList<>();
        given.forEach((field, place) -> {
            if (!KNOWN.contains(field)) {
                wrong.add(at + "." + field + "=" + place + ": is no field of a card. Write one of "
                        + String.join(", ", new TreeSet<>(KNOWN)) + ".");
            } else if (place.isBlank()) {
                wrong.add(at + "." + field + "=: is empty. Name where it stands, or leave the line out.");
            }
        });
        return wrong;
    }

    /// Every place that is read.
    public Set<String> all() {
        Set<String> all = new TreeSet<>();
        places.values().forEach(all::addAll);
        return all;
    }

    public List<String> placesOf(String field) {
        return places.getOrDefault(field, List.of());
    }

    /// @param one the value at a place, null where there is none
    public @Nullable String read(String field, Function<String, @Nullable String> one) {
        StringBuilder joined = new StringBuilder();
        for (String place : placesOf(field)) {
            String value = one.apply(place);
            if (value != null && !value.isBlank()) {
                joined.append(joined.isEmpty() ? "" : " ").append(value.strip());
            }
        }
        return joined.isEmpty() ? null : joined.toString();
    }

    /// @param key where the settings map none
    /// @return null for an entry without a name
    public @Nullable Entry entry(
            @Nullable String key, Function<String, @Nullable String> one, List<Entry.Numbered> numbers) {
        String name = read(NAME, one);
        String mapped = placesOf(KEY).isEmpty() ? key : read(KEY, one);
        if (name == null || mapped == null) {
            return null;
        }
        return new Entry(
                mapped,
                name,
                read("company", one),
                read("segment", one),
                read("language", one),
                read("owner", one),
                read("warning", one),
                numbers);
    }
}
