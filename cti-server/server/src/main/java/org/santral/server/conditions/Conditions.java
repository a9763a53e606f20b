package org.santral.server.conditions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.santral.because.Because;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// What is wrong now, each with since when, and the latest that was. From any thread; never blocks for long.
///
/// Facts are given as names and values in turn, as `Because.of` takes them. A fact named `at` is a time in ISO
/// form.
public final class Conditions {
    private static final Logger LOG = LoggerFactory.getLogger(Conditions.class);
    private static final int KEPT = 50;
    /// Nobody has to note what happened a day ago.
    private static final Duration OLD_NEWS = Duration.ofHours(24);

    private final Map<Key, Condition> standing = new LinkedHashMap<>();
    private final Deque<Condition> past = new ArrayDeque<>();
    private final InstantSource clock;

    public Conditions(InstantSource clock) {
        this.clock = clock;
    }

    private record Key(Kind kind, String about) {}

    /// Begins it, or keeps its facts fresh when it stands already.
    public void begins(Kind kind, String about, String... facts) {
        stands(kind, about, false, facts);
    }

    /// Ends it; when it does not stand nothing happens.
    public void ends(Kind kind, String about) {
        Condition ended;
        synchronized (standing) {
            Condition was = standing.remove(new Key(kind, about));
            if (was == null) {
                return;
            }
            ended = was.ended(clock.instant());
            keep(ended);
        }
        LOG.info(
                "Over after {}: {}",
                Duration.between(ended.since(), clock.instant()).truncatedTo(ChronoUnit.SECONDS),
                Words.of(kind, ended.facts()).what());
    }

    /// Begins or ends it, as a [Watch] sees it.
    public void set(boolean wrong, Kind kind, String about, String... facts) {
        if (wrong) {
            begins(kind, about, facts);
        } else {
            ends(kind, about);
        }
    }

    /// Something that took a moment: it stands until an administrator has noted it, a day at most. Happening
    /// again replaces it.
    public void happened(Kind kind, String about, String... facts) {
        stands(kind, about, true, facts);
    }

    private void stands(Kind kind, String about, boolean happened, String... facts) {
        Condition now = new Condition(
                kind,
                about,
                clock.instant(),
                null,
                happened,
                Because.of(kind.key(), facts).facts());
        synchronized (standing) {
            Condition before = standing.get(new Key(kind, about));
            if (before != null && !happened) {
                Condition fresh = new Condition(kind, about, before.since(), null, false, now.facts());
                standing.put(new Key(kind, about), fresh);
                return;
            }
            if (before != null) {
                keep(before.ended(before.since()));
            }
            standing.put(new Key(kind, about), now);
        }
        Words.Sentences said = Words.of(kind, now.facts());
        LOG.atLevel(kind.weight() == Kind.Weight.LOSS ? Level.ERROR : Level.WARN)
                .log("{} {} {}", said.what(), said.means(), said.mend());
    }

    /// Somebody has read what happened.
    ///
    /// @return false when no such thing stands there to be noted
    public boolean noted(String kind, String about) {
        synchronized (standing) {
            List<Condition> read = standing.values().stream()
                    .filter(one -> one.happened()
                            && one.kind().key().equals(kind)
                            && one.about().equals(about))
                    .toList();
            read.forEach(one -> keep(one.ended(one.since())));
            return standing.values().removeAll(read);
        }
    }

    private void keep(Condition ended) {
        past.addFirst(ended);
        if (past.size() > KEPT) {
            past.removeLast();
        }
    }

    /// The worst first, then the oldest.
    public List<Condition> standing() {
        Instant old = clock.instant().minus(OLD_NEWS);
        synchronized (standing) {
            standing.values().removeIf(one -> one.happened() && one.since().isBefore(old));
            List<Condition> all = new ArrayList<>(standing.values());
            all.sort(
                    Comparator.comparing((Condition one) -> one.kind().weight()).thenComparing(Condition::since));
            return all;
        }
    }

    /// Newest first.
    public List<Condition> past() {
        synchronized (standing) {
            return new ArrayList<>(past);
        }
    }

    public boolean stands(Kind kind) {
        return standing().stream().anyMatch(one -> one.kind() == kind);
    }
}
