package org.santral.phones.sip;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who or where, as From, To, Contact and P-Asserted-Identity say it: a display name (wire text), a URI,
/// parameters.
public record NameAddress(String displayName, String uri, String parameters) {

    public static NameAddress of(String wireName, String uri) {
        if ((wireName + uri).chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
            throw new IllegalArgumentException("a SIP header cannot carry a line break or another control character");
        }
        return new NameAddress(wireName, uri, "");
    }

    public static NameAddress parse(String value) {
        int open = openingBracket(value);
        if (open < 0) {
            int semicolon = value.indexOf(';');
            return semicolon < 0
                    ? new NameAddress("", value.strip(), "")
                    : new NameAddress("", value.substring(0, semicolon).strip(), value.substring(semicolon));
        }
        int close = value.indexOf('>', open);
        if (close < 0) {
            return new NameAddress("", value.substring(open + 1), "");
        }
        return new NameAddress(
                unquoted(value.substring(0, open).strip()),
                value.substring(open + 1, close),
                value.substring(close + 1));
    }

    /// The bracket that opens the URI: one inside the quoted name does not count.
    private static int openingBracket(String value) {
        boolean quoted = false;
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                return at;
            }
        }
        return -1;
    }

    private static String unquoted(String name) {
        if (name.length() < 2 || !name.startsWith("\"") || !name.endsWith("\"")) {
            return name;
        }
        return name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    /// The name as people read it.
    public String name() {
        return SipText.fromWire(displayName);
    }

    /// The user part of the URI as people read it; empty when there is none.
    public String user() {
        int at = uri.indexOf('@');
        if (at < 0) {
            return "";
        }
        String user = uri.substring(uri.indexOf(':') + 1, at);
        int semicolon = user.indexOf(';');
        return SipText.unescapeUser(semicolon < 0 ? user : user.substring(0, semicolon));
    }

    /// Host and port of the URI, for example `127.0.0.1:5060`, without its parameters.
    public String hostPort() {
        int at = uri.indexOf('@');
        String rest = uri.substring((at >= 0 ? at : uri.indexOf(':')) + 1);
        int end = 0;
        while (end < rest.length() && ";?>".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }

    public @Nullable String parameter(String name) {
        return parameter(parameters, name);
    }

    static @Nullable String parameter(String parameters, String name) {
        for (String part : parameters.split(";")) {
            int equals = part.indexOf('=');
            String key = (equals < 0 ? part : part.substring(0, equals)).strip();
            if (key.toLowerCase(Locale.ROOT).equals(name)) {
                return equals < 0 ? "" : part.substring(equals + 1).strip();
            }
        }
        return null;
    }

    public NameAddress withTag(String tag) {
        return new NameAddress(displayName, uri, ";tag=" + tag);
    }

    public String text() {
        String quoted = displayName.isEmpty()
                ? ""
                : '"' + displayName.replace("\\", "\\\\").replace("\"", "\\\"") + "\" ";
        return quoted + '<' + uri + '>' + parameters;
    }
}
