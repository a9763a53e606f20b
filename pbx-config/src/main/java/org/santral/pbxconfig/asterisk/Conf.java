package org.santral.pbxconfig.asterisk;

import org.jspecify.annotations.Nullable;

/// The text of one `.conf` file as it grows.
final class Conf {

    private final StringBuilder text = new StringBuilder();

    Conf(String purpose) {
        text.append("; ").append(purpose).append('\n');
        text.append("; Written by pbx-config from site.yaml: change it there.\n");
    }

    Conf section(String name) {
        text.append("\n[").append(name).append("]\n");
        return this;
    }

    /// A section that takes over the settings of another, or that only is a template for others.
    Conf section(String name, String inBrackets) {
        text.append("\n[").append(name).append("](").append(inBrackets).append(")\n");
        return this;
    }

    Conf comment(String words) {
        text.append("; ").append(ConfText.comment(words)).append('\n');
        return this;
    }

    Conf set(String key, String value) {
        text.append(key).append('=').append(ConfText.value(value)).append('\n');
        return this;
    }

    Conf set(String key, int value) {
        return set(key, String.valueOf(value));
    }

    Conf set(String key, boolean value) {
        return set(key, value ? "yes" : "no");
    }

    /// Nothing is written where nothing is given.
    Conf setIfGiven(String key, @Nullable String value) {
        return value == null ? this : set(key, value);
    }

    /// `key => value`, the form of things of which there may be several.
    Conf entry(String key, String value) {
        text.append(key).append(" => ").append(ConfText.value(value)).append('\n');
        return this;
    }

    /// A line that is written as it stands. Only for text that comes from this program, never from a site.
    Conf line(String own) {
        text.append(own).append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }
}
