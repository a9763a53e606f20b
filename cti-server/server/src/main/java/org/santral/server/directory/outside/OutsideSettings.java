package org.santral.server.directory.outside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.carddav.CardDavSettings;
import org.santral.server.directory.outside.http.Addresses;
import org.santral.server.directory.outside.http.HttpSettings;
import org.santral.server.directory.outside.ldap.LdapSettings;
import org.santral.server.settings.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings under `santral.directories.`; `docs/directories.md` tells them.
///
/// @param ask when outside directories are asked
/// @param routeWait how long an answer that a route needs is held back for them
/// @param folder where copies of address books and calls that wait to be written back are kept
/// @param allowedHosts hosts to which requests may go although they lead to this machine itself, or to a
///     link-local or metadata address
/// @param list in the order in which they are believed
@ConfigurationProperties(value = "santral.directories", ignoreUnknownFields = false)
record OutsideSettings(
        @DefaultValue("when-unknown") Ask ask,
        @DefaultValue("0ms") Duration routeWait,
        @DefaultValue("data/directories") Path folder,
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<One> list) {

    private static final int MOST = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(150);
    private static final Duration LONGEST_BUDGET = Duration.ofSeconds(5);

    enum Ask {
        /// When the own book knows nobody, or cannot say.
        WHEN_UNKNOWN,
        /// Beside the own book, at once.
        ALWAYS
    }

    /// One directory: exactly one of the kinds is given.
    ///
    /// @param name as cards and the switchroom show it
    /// @param budget how long a card's question waits for it at most
    /// @param keep how long somebody it knew is taken as known without asking again
    /// @param keepUnknown how long a number it did not know
    /// @param atOnce how many questions it is asked at the same time
    /// @param suffixMatches whether who has the same last seven digits is a candidate too, after all others
    record One(
            @DefaultValue("") String name,
            @DefaultValue("300ms") Duration budget,
            @DefaultValue("10m") Duration keep,
            @DefaultValue("1m") Duration keepUnknown,
            @DefaultValue("4") int atOnce,
            @DefaultValue("false") boolean suffixMatches,
            @Nullable LdapSettings ldap,
            @Nullable CardDavSettings cardDav,
            @Nullable HttpSettings http) {

        private List<String> wrong(String at, Addresses addresses) {
            List<String> wrong = new ArrayList<>();
            if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0,39}")) {
                wrong.add(at + ".name=" + name
                        + ": is no name. Write up to 40 letters, digits, blanks, dots or hyphens, a letter first.");
            }
            range(wrong, at + ".budget", budget, Duration.ofMillis(10), LONGEST_BUDGET);
            range(wrong, at + ".keep", keep, Duration.ZERO, Duration.ofDays(7));
            range(wrong, at + ".keep-unknown", keepUnknown, Duration.ZERO, Duration.ofDays(1));
            if (atOnce < 1 || atOnce > 32) {
                wrong.add(at + ".at-once=" + atOnce + ": is out of range. Write a number from 1 to 32.");
            }
            int kinds = (ldap == null ? 0 : 1) + (cardDav == null ? 0 : 1) + (http == null ? 0 : 1);
            if (kinds != 1) {
                wrong.add(at + ": has " + (kinds == 0 ? "no kind" : "more than one kind") + ". Give exactly one of "
                        + at + ".ldap, " + at + ".card-dav and " + at + ".http.");
            }
            if (ldap != null) {
                wrong.addAll(ldap.wrong(at + ".ldap"));
            }
            if (cardDav != null) {
                wrong.addAll(cardDav.wrong(at + ".card-dav", addresses));
            }
            if (http != null) {
                wrong.addAll(http.wrong(at + ".http", addresses));
            }
            return wrong;
        }
    }

    /// @throws WrongSetting with a line for each that is wrong
    OutsideSettings checked() {
        List<String> wrong = new ArrayList<>();
        range(wrong, "santral.directories.route-wait", routeWait, Duration.ZERO, LONGEST_WAIT);
        if (list.size() > MOST) {
            wrong.add("santral.directories.list: has " + list.size() + " directories. Name " + MOST + " at most.");
        }
        Addresses addresses = new Addresses(allowedHosts);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String at = "santral.directories.list[" + i + "]";
            wrong.addAll(list.get(i).wrong(at, addresses));
            if (!names.add(list.get(i).name())) {
                wrong.add(at + ".name=" + list.get(i).name() + ": stands there twice. Give each its own.");
            }
        }
        if (!wrong.isEmpty()) {
            throw new WrongSetting(wrong);
        }
        return this;
    }

    private static void range(List<String> wrong, String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            wrong.add(
                    key + "=" + words(value) + ": is out of range. Write " + words(least) + " to " + words(most) + ".");
        }
    }

    private static String words(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
