package org.santral.asterisk.translate;

import java.util.regex.Pattern;
import org.santral.caller.CleanText;
import org.santral.pbx.Party;

/// How Asterisk writes the names and numbers of parties, undone.
final class Presented {
    /// What bytes become that are no UTF-8.
    private static final char REPLACEMENT = '\ufffd';

    private static final Pattern QUOTED_PAIR = Pattern.compile("\\\\([\"\\\\])");

    private Presented() {}

    /// Numbers are printed raw; `<unknown>` stands for none.
    static String number(String text) {
        return text.equals("<unknown>") ? "" : text;
    }

    /// Names are escaped twice: in SIP's quoted string, which Asterisk keeps as it came, and in C's way by the
    /// manager interface. O"Brien is printed `O\\\"Brien` (trace incoming-name-markup).
    static String name(String text) {
        return text.equals("<unknown>") ? "" : unquoted(unescaped(text));
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            plain.append(
                    switch (escaped) {
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case 'a' -> '\u0007';
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'v' -> '\u000b';
                        default -> escaped;
                    });
        }
        return plain.toString();
    }

    /// Whether something of a caller's text will not be shown as it came: control and direction marks, what was
    /// no UTF-8, what is too long. Letters, quotes and brackets of any kind are text like any other.
    static boolean unfit(String number, String name) {
        return lessThan(CleanText.number(number), number) || lessThan(CleanText.name(name), name);
    }

    private static boolean lessThan(String shown, String came) {
        String whole = came.strip();
        return shown.codePointCount(0, shown.length()) < whole.codePointCount(0, whole.length())
                || came.indexOf(REPLACEMENT) >= 0;
    }

    /// Only what must be quoted: a name that the exchange's own configuration gave may hold any other
    /// backslash.
    static String unquoted(String text) {
        return text.indexOf('\\') < 0 ? text : QUOTED_PAIR.matcher(text).replaceAll("$1");
    }

    /// `CALLERID(pres)`, as the dialplan tells it: `allowed_not_screened`, `prohib_passed_screen`,
    /// `unavailable` and so on.
    static Party.Presentation presentation(String pres) {
        if (pres.startsWith("prohib")) {
            return Party.Presentation.RESTRICTED;
        }
        return pres.startsWith("allowed") ? Party.Presentation.ALLOWED : Party.Presentation.UNAVAILABLE;
    }

    /// A party of whom only number and name were signalled.
    static Party party(String number, String name) {
        return new Party(number, name, number.isEmpty() ? Party.Presentation.UNAVAILABLE : Party.Presentation.ALLOWED);
    }
}
