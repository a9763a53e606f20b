package org.santral.server.directory.outside.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A password or token from the settings or from a file of its own; never shown.
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /// @param wrong takes what is wrong, with key and mend
    /// @param at the settings' key of the value; the file's is this with `-file` behind it
    /// @return empty where neither is given
    public static Secret of(List<String> wrong, String at, @Nullable String given, @Nullable Path file) {
        String value = given == null ? "" : given;
        if (value.isEmpty() && file != null) {
            try {
                value = Files.readString(file).strip();
            } catch (IOException e) {
                wrong.add(at + "-file=" + file + ": cannot be read. Name a file that holds the secret.");
            }
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            wrong.add(at + "=…: has a line break or another control character. Write it without.");
        }
        return new Secret(value);
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "…";
    }
}
