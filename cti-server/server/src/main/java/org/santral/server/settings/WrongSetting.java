package org.santral.server.settings;

import java.util.List;

/// Settings that Santral cannot start with, each with its key, its value and the mend.
public final class WrongSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> lines;

    public WrongSetting(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public WrongSetting(String key, Object value, String wrong, String mend) {
        this(List.of(key + "=" + value + ": " + wrong + ". " + mend));
    }

    public List<String> lines() {
        return lines;
    }
}
