package org.santral.phones.sip;

import java.nio.charset.StandardCharsets;

/// Text on the wire. Messages hold one character per byte (ISO 8859-1), so that bytes which are no UTF-8 pass
/// unharmed; what people read is UTF-8 and goes through here.
public final class SipText {
    private static final String UNESCAPED = "-_.!~*'()&=+$,;?/";

    private SipText() {}

    public static String toWire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// Bytes that are no UTF-8 read as U+FFFD.
    public static String fromWire(String wire) {
        return new String(bytes(wire), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String wire) {
        return wire.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The user part of a URI: what RFC 3261 does not allow there is written as %XX.
    public static String escapeUser(String user) {
        StringBuilder escaped = new StringBuilder();
        for (char c : toWire(user).toCharArray()) {
            if (c < 128 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0)) {
                escaped.append(c);
            } else {
                escaped.append('%').append(String.format("%02X", (int) c));
            }
        }
        return escaped.toString();
    }

    /// The user part of a URI as people read it. A broken escape stays as it is.
    public static String unescapeUser(String escaped) {
        StringBuilder wire = new StringBuilder();
        for (int at = 0; at < escaped.length(); at++) {
            int high = escaped.charAt(at) == '%' ? hex(escaped, at + 1) : -1;
            int low = high >= 0 ? hex(escaped, at + 2) : -1;
            if (low >= 0) {
                wire.append((char) (high * 16 + low));
                at += 2;
            } else {
                wire.append(escaped.charAt(at));
            }
        }
        return fromWire(wire.toString());
    }

    private static int hex(String text, int at) {
        return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    }
}
