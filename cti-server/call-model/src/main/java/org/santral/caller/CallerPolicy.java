package org.santral.caller;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.santral.pbx.Party;
import org.santral.site.NumberRule;
import org.santral.site.Site;

/// Which class of identity a call brought, and what of it may be shown.
public final class CallerPolicy {
    /// What exchanges and carriers write where a caller does not want to be known, and where nobody told them
    /// who it is (RFC 3323 has the first; the others are what carriers send in the user part instead).
    private static final Set<String> WITHHELD = Set.of("anonymous", "restricted", "private", "withheld");

    private static final Set<String> UNKNOWN = Set.of("", "unknown", "<unknown>", "unavailable");
    private static final Pattern AROUND_USER = Pattern.compile("^sips?:|@.*$");

    private CallerPolicy() {}

    /// A party outside the site. A stranger who signals one of our extensions is a stranger still: only the
    /// device a call comes from makes it a colleague's.
    public static Caller stranger(Party from) {
        return stranger(from, List.of());
    }

    /// @param rules how the line that brought the call writes callers' numbers
    public static Caller stranger(Party from, List<NumberRule> rules) {
        String number = NumberRule.read(rules, CleanText.number(from.number()));
        String word = AROUND_USER.matcher(number.toLowerCase(Locale.ROOT)).replaceAll("");
        if (from.presentation() == Party.Presentation.RESTRICTED || WITHHELD.contains(word)) {
            return new Caller(CallerClass.WITHHELD, "", "");
        }
        String name = nameOf(from);
        if (UNKNOWN.contains(word)) {
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
        return UNKNOWN.contains(name.toLowerCase(Locale.ROOT)) ? "" : name;
    }
}
