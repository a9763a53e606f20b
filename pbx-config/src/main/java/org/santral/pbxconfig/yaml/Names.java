package org.santral.pbxconfig.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Names of one kind, each to be given once, then to be referred to.
final class Names {

    private final String kind;
    private final Map<String, String> takenBy = new HashMap<>();
    private final Set<String> given = new TreeSet<>();
    private @Nullable String first;

    Names(String kind) {
        this.kind = kind;
    }

    void reserve(String name, String owner) {
        takenBy.put(name, owner);
    }

    String enter(Section section, String key, String name) {
        String owner = name.isEmpty() ? null : takenBy.putIfAbsent(name, "another entry");
        if (owner != null) {
            section.wrong(key, Problems.shown(name) + " is already taken by " + owner, "give each its own " + kind);
        } else if (!name.isEmpty()) {
            given.add(name);
            first = first == null ? name : first;
        }
        return name;
    }

    String known(Section section, String key, String name, String list) {
        if (!name.isEmpty() && !given.contains(name)) {
            section.wrong(
                    key,
                    Problems.shown(name) + " is no " + kind + " of this site",
                    "write one of: " + String.join(", ", given) + "; or add it under " + list);
        }
        return name;
    }

    @Nullable
    String first() {
        return first;
    }
}
