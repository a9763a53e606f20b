package org.santral.server.customers.search;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.names.Sound;
import org.santral.server.customers.names.Words;

/// One of those who were found, where it stands among them.
///
/// @param away how far its name is from what was typed: smaller is nearer
/// @param name folded
record Ranked(How how, int away, int words, String name, long id) implements Comparable<Ranked> {
    private static final int NOT_IN_OWN_NAME = 8;
    private static final int NOT_THE_WHOLE_WORD = 4;
    private static final int NOT_AT_THE_BEGINNING = 2;

    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::how)
            .thenComparingInt(Ranked::away)
            .thenComparingInt(Ranked::words)
            .thenComparing(Ranked::name)
            .thenComparingLong(Ranked::id);

    static Ranked of(Typed typed, How how, long id, String name, @Nullable String sayAs) {
        List<String> written = Words.toFind(name);
        List<String> said = sayAs == null ? List.of() : Words.toFind(sayAs);
        int away = switch (how) {
            case WRITTEN -> Math.min(away(typed.words(), written), away(typed.words(), said));
            case HEARD -> away(sounds(typed.words()), sounds(written));
            case WHOLE, NUMBER_BEGINS, NUMBER_ENDS, MAIL_BEGINS -> 0;
        };
        return new Ranked(how, away, written.size(), String.join(" ", written), id);
    }

    private static List<String> sounds(List<String> words) {
        return words.stream().map(Sound::of).toList();
    }

    private static int away(List<String> typed, List<String> own) {
        if (typed.isEmpty() || own.isEmpty()) {
            return NOT_IN_OWN_NAME + NOT_THE_WHOLE_WORD + NOT_AT_THE_BEGINNING;
        }
        String last = typed.getLast();
        List<String> finished = typed.subList(0, typed.size() - 1);
        boolean inOwnName = own.containsAll(finished) && own.stream().anyMatch(word -> word.startsWith(last));
        boolean atTheBeginning = own.getFirst().startsWith(typed.getFirst());
        return (inOwnName ? 0 : NOT_IN_OWN_NAME)
                + (own.contains(last) ? 0 : NOT_THE_WHOLE_WORD)
                + (atTheBeginning ? 0 : NOT_AT_THE_BEGINNING);
    }

    @Override
    public int compareTo(Ranked other) {
        return ORDER.compare(this, other);
    }
}
