package org.santral.pbxconfig.asterisk;

/// Keeps a value inside its place in a `.conf` file, whatever it contains.
///
/// Asterisk's reader ends a line at a line break and a value at a semicolon that has no backslash before it;
/// `#include` and `[section]` mean something only at the beginning of a line, which no value can reach.
final class ConfText {

    private ConfText() {}

    static String value(String raw) {
        return oneLine(raw).replace(";", "\\;");
    }

    /// For the rest of a line behind `; `: nothing in it is read, as long as it stays on its line.
    static String comment(String raw) {
        return oneLine(raw).replace(';', ',');
    }

    /// The value between quotes where commas separate, as in a queue's member.
    static String quoted(String raw) {
        return '"' + oneLine(raw).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// A name in front of a number. Asterisk's caller id reader knows no escape: it takes the first `<` for the
    /// number and the second quote for the end of the name.
    static String callerId(String name, String number) {
        return '"' + oneLine(name).replaceAll("[\"<>\\\\]", "'") + "\" <" + number + ">";
    }

    private static String oneLine(String raw) {
        return raw.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ").strip();
    }
}
