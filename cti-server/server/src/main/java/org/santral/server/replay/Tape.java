package org.santral.server.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.santral.lines.Lines;
import org.santral.lines.UnreadableLine;
import org.santral.server.journal.Entry;
import org.santral.server.journal.JournalReading;
import org.santral.site.Site;

/// The journal of one exchange as it lies there, to be played from any moment on.
final class Tape {
    static final long NOT_KEPT = -1;

    private final Path folder;
    private final List<Head> heads;

    private Tape(Path folder, List<Head> heads) {
        this.folder = folder;
        this.heads = heads;
    }

    static Tape of(Path folder) throws IOException {
        List<Head> heads = new ArrayList<>();
        for (long number : JournalReading.segments(folder)) {
            try {
                heads.add(Head.read(folder, number));
            } catch (UnreadableLine | IllegalArgumentException e) {
                heads.add(new Head(number, null, null, null));
            }
        }
        return new Tape(folder, heads);
    }

    /// How playing ended.
    sealed interface End {
        /// Whoever listened had enough.
        record Stopped() implements End {}

        /// Everything was played.
        record Ran() implements End {}

        /// A segment in between is missing, or cannot be read further.
        record Broke(long segment) implements End {}
    }

    /// The first moment that can be rebuilt whole, null when there is none.
    @Nullable
    Instant oldest() {
        return wholeAfter(Long.MIN_VALUE);
    }

    /// The first moment for whose calls nothing of this segment, or of any before it, is needed.
    @Nullable
    Instant wholeAfter(long broken) {
        for (Head head : heads) {
            if (head.first() != null
                    && startOf(head) > broken
                    && startOf(head) >= heads.getFirst().number()) {
                return head.first();
            }
        }
        return null;
    }

    /// Where playing must begin for this moment, [#NOT_KEPT] when it cannot. Where the clock was set back and a
    /// moment came twice, the later one counts.
    long startFor(Instant moment) {
        for (Head head : heads.reversed()) {
            if (head.first() != null && !head.first().isAfter(moment)) {
                long start = startOf(head);
                return start < heads.getFirst().number() ? NOT_KEPT : start;
            }
        }
        return NOT_KEPT;
    }

    /// When the last input before this segment arrived, null when none did.
    @Nullable
    Instant lastBefore(long segment) throws IOException {
        for (Head head : heads.reversed()) {
            if (head.number() < segment && head.first() != null) {
                Instant[] last = {head.first()};
                playOne(head.number(), false, entry -> {
                    if (entry.kind() == Entry.Kind.INPUT) {
                        last[0] = Arrival.of(Lines.readInput(entry.text()));
                    }
                    return true;
                });
                return last[0];
            }
        }
        return null;
    }

    /// A process may be killed while it begins a segment, and a full disk may keep the beginning from it: then
    /// the one before says it.
    private long startOf(Head head) {
        for (Head one : heads.reversed()) {
            if (one.number() <= head.number() && one.from() != null) {
                return one.from();
            }
        }
        return heads.getFirst().number();
    }

    /// The site that the newest segment names.
    Site site() {
        for (Head head : heads.reversed()) {
            if (head.site() != null) {
                return head.site().site();
            }
        }
        return Site.EMPTY;
    }

    /// @param from number of the segment to begin with; its base is played, that of later ones is not
    /// @param more answers whether it wants the next entry too
    End play(long from, Predicate<Entry> more) throws IOException {
        long expected = from;
        for (long number : JournalReading.segments(folder)) {
            if (number < from) {
                continue;
            }
            if (number != expected) {
                return new End.Broke(expected);
            }
            expected++;
            switch (playOne(number, number == from, more)) {
                case STOPPED -> {
                    return new End.Stopped();
                }
                case WHOLE -> {}
                case GONE -> {
                    return new End.Broke(number);
                }
                case TORN -> {
                    // The newest one may be in the middle of being written.
                    if (number != heads.getLast().number()) {
                        return new End.Broke(number);
                    }
                }
            }
        }
        return expected == from ? new End.Broke(from) : new End.Ran();
    }

    private JournalReading.Read playOne(long number, boolean withBase, Predicate<Entry> more) throws IOException {
        try {
            return JournalReading.readWhile(
                    folder, number, entry -> entry.kind() == Entry.Kind.BASE && !withBase || more.test(entry));
        } catch (UnreadableLine | IllegalArgumentException e) {
            return JournalReading.Read.TORN;
        }
    }
}
