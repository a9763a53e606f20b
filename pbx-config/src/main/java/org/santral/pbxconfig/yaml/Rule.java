package org.santral.pbxconfig.yaml;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a value must look like, what it then is called, and how to write a right one.
record Rule(String what, Predicate<String> holds, String mend) {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /// Section and extension names of Asterisk's own: a queue called `h` would be run whenever a caller hangs
    /// up.
    private static final Set<String> TAKEN =
            Set.of("general", "global", "default", "globals", "transport-udp", "trunk-endpoint", "phone-endpoint");

    static final Rule NAME = new Rule(
            "name",
            name -> name.matches("[a-z][a-z0-9_-]{1,39}") && !TAKEN.contains(name),
            "write a lower-case word of letters, digits, - or _, 2 to 40 long, none of: "
                    + String.join(", ", new TreeSet<>(TAKEN)));
    static final Rule EXTENSION = of("extension", "\\d{2,8}", "write 2 to 8 digits");
    static final Rule PHONE_NUMBER = of("number", "\\+?\\d{3,20}", "write 3 to 20 digits, perhaps after a plus");
    static final Rule OVERFLOW = new Rule(
            "queue or number",
            text -> NAME.holds.test(text) || PHONE_NUMBER.holds.test(text),
            "write the name of another queue, or an outside number");
    static final Rule NUMBER_START =
            of("beginning of a number", "\\+?\\d{0,15}", "write at most 15 digits, perhaps after a plus");
    static final Rule PREFIX = of("prefix", "\\d{0,3}", "write at most 3 digits");
    static final Rule ADDRESS =
            of("IPv4 address", OCTET + "(\\." + OCTET + "){3}", "write one such as 127.20.0.1 or 192.0.2.10");
    static final Rule NETWORK = of(
            "network",
            OCTET + "(\\." + OCTET + "){3}/([12]?\\d|3[0-2])",
            "write one such as 127.0.0.0/8 or 192.0.2.10/32");
    static final Rule RANGE = of("port range", "\\d{1,5}-\\d{1,5}", "write one such as 10000-19999");
    static final Rule KIND = of("kind of exchange that can be configured", "asterisk", "write asterisk");
    static final Rule LEDGER = of(
            "place for the exchange's own account of calls",
            "files|database|both|off",
            "write files, database, both or off");
    /// The word makes MariaDB's client look for a socket of its own machine, whatever the port says.
    static final Rule HOST = new Rule(
            "host that is reached by TCP",
            host -> host.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?") && !host.equals("localhost"),
            "write a name or an IPv4 address; 127.0.0.1 for the exchange's own machine");
    static final Rule DATABASE_NAME = of(
            "name in a database", "[A-Za-z][A-Za-z0-9_]{0,30}", "write a letter, then at most 30 letters, digits or _");
    static final Rule ANYTHING = new Rule("value", value -> true, "");
    static final Rule COUNTRY =
            new Rule("country code", COUNTRIES::contains, "write the two-letter ISO code, such as IR");
    static final Rule LANGUAGE =
            new Rule("language code", LANGUAGES::contains, "write the two-letter ISO code, such as fa");
    static final Rule ZONE = new Rule(
            "time zone", zone -> ZoneId.getAvailableZoneIds().contains(zone), "write an IANA name such as Asia/Tehran");

    /// Text for people. Asterisk cuts names at 79 bytes, 16 even in mid-character.
    static final Rule TEXT = new Rule(
            "text of one line",
            text -> !text.isBlank() && text.length() <= 60 && text.chars().noneMatch(Character::isISOControl),
            "write 1 to 60 characters without line breaks or other control characters");

    private static Rule of(String what, String pattern, String mend) {
        return new Rule(what, Pattern.compile(pattern).asMatchPredicate(), mend);
    }
}
