package org.santral.server.why;

import java.util.Locale;

/// What strangers put into names and numbers must not steer the terminal of who reads it.
public final class Visible {

    private Visible() {}

    /// Control and formatting characters as `\u202e`, everything else as it is.
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                visible.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }
}
