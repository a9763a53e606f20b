package org.santral.caller;

import java.util.List;
import java.util.Locale;
import org.santral.pbx.Party;
import org.santral.site.NumberRule;
import org.santral.site.Site;

/// Which class of identity a call brought, and what of it may be shown.
public final class CallerPolicy {
    private CallerPolicy() {}

    /// A party outside the site. A stranger who signals one of our extensions is a stranger still: only the
    /// device a call comes from makes it a colleague's.
    public static Caller stranger(Party from) {
        return stranger(from, List.of());
    }

    /// @param rules how the line that brought the call writes callers' numbers
    public static Caller stranger(Party from, List<NumberRule> rules) {
        String number = NumberRule.read(rules, CleanText.number(from.number()));
        String word = number.toLowerCase(Locale.ROOT);
        if (from.presentation() == Party.Presentation.RESTRICTED || word.equals("anonymous")) {
            return new Caller(CallerClass.WITHHELD, "", "");
        }
        String name = nameOf(from);
        if (isUnknown(word)) {
            return new Caller(CallerClass.UNAVAILABLE, "", name);
        }
        return new Caller(CallerClass.NUMBER, number, name);
    }

    /// One of our own phones.
    ///
    /// @param colleague who sits there, empty when nobody is known to
    public static Caller colleague(Site.Phone phone, String colleague) {
        return new Caller(CallerClass.INTERNAL, phone.extension(), colleague.isEmpty() ? phone.label() : colleague);
    }

    /// The outside party that one of our phones calls.
    public static Caller called(String dialled) {
        return stranger(new Party(dialled, "", Party.Presentation.ALLOWED));
    }

    private static String nameOf(Party from) {
        String name = CleanText.name(from.name());
        return isUnknown(name.toLowerCase(Locale.ROOT)) ? "" : name;
    }

    private static boolean isUnknown(String word) {
        return word.isEmpty() || word.equals("unknown") || word.equals("<unknown>");
    }
}
