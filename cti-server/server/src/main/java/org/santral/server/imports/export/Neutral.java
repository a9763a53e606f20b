package org.santral.server.imports.export;

import java.util.regex.Pattern;

/// Texts that no spreadsheet takes for a formula: one that begins like it gets an apostrophe before it, and one that
/// begins with such apostrophes gets one more, so that an import can take exactly one away.
///
/// A telephone number with its plus stays as it is where nothing but digits, blanks and brackets follows: that
/// computes nothing, and every program reads it.
public final class Neutral {
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+@\\t\\r-].*");
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9 ()]{1,40}");

    private Neutral() {}

    public static String text(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String number(String raw) {
        return NUMBER.matcher(raw).matches() ? raw : text(raw);
    }
}
