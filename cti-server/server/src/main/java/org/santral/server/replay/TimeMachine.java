package org.santral.server.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;

/// Rebuilds the past of one exchange from its journal, which somebody else may be writing.
public final class TimeMachine {
    private final Path folder;
    private final PbxId pbx;

    /// @param folder the journal of this exchange
    public TimeMachine(Path folder, PbxId pbx) {
        this.folder = folder;
        this.pbx = pbx;
    }

    /// What the server knew when its clock showed this moment.
    ///
    /// @param patience answers whether to go on after so many inputs
    public Past at(Instant moment, Instant now, LongPredicate patience) throws IOException {
        Tape tape = Tape.of(folder);
        Past.Missing missing = missing(tape, moment, now);
        if (missing != null) {
            return missing;
        }
        Rebuilding rebuilding = new Rebuilding(pbx, moment, patience);
        return switch (tape.play(tape.startFor(moment), rebuilding::take)) {
            case Tape.End.Broke broke when !rebuilding.hasReached(moment) -> damaged(tape, broke, rebuilding.reached());
            case Tape.End.Broke broke -> new Past.Seen(rebuilding.moment());
            case Tape.End.Stopped stopped when rebuilding.tooFar() -> new Past.TooFar(rebuilding.inputs());
            case Tape.End.Stopped stopped -> new Past.Seen(rebuilding.moment());
            case Tape.End.Ran ran -> new Past.Seen(rebuilding.moment());
        };
    }

    /// What came of each input of a stretch of time, one after the other.
    ///
    /// @return why not, or not all of it; null when everything was told
    Past.@Nullable Missing effects(Instant from, Instant to, Instant now, BiConsumer<Input, List<Effect>> told)
            throws IOException {
        Tape tape = Tape.of(folder);
        Past.Missing missing = missing(tape, from, now);
        if (missing != null) {
            return missing;
        }
        Effected effected = new Effected(pbx, from, to, told);
        return tape.play(tape.startFor(from), effected::take) instanceof Tape.End.Broke broke
                ? damaged(tape, broke, effected.reached())
                : null;
    }

    /// Cuts a stretch of time out, as far as it is whole.
    ///
    /// @return why not; null when it was cut
    Past.@Nullable Missing cut(Instant from, Instant now, Cut cut) throws IOException {
        Tape tape = Tape.of(folder);
        Past.Missing missing = missing(tape, from, now);
        if (missing != null) {
            return missing;
        }
        return tape.play(tape.startFor(from), cut::take) instanceof Tape.End.Broke broke
                ? damaged(tape, broke, cut.reached())
                : null;
    }

    /// Plays everything that is kept twice and beside what was journaled of it.
    ///
    /// @param history what stands in the tables, null where it is not asked
    /// @return what was found, or why nothing could be
    Checked check(@Nullable Map<CallId, Written> history) throws IOException {
        Tape tape = Tape.of(folder);
        Instant oldest = tape.oldest();
        if (oldest == null) {
            return new Checked(Checked.Sums.NONE, List.of(), new Past.NoJournal());
        }
        Checking checking = new Checking(pbx, history);
        Tape.End end = tape.play(tape.startFor(oldest), checking::take);
        return checking.found(end instanceof Tape.End.Broke broke ? damaged(tape, broke, checking.reached()) : null);
    }

    private static Past.@Nullable Missing missing(Tape tape, Instant moment, Instant now) {
        Instant oldest = tape.oldest();
        if (oldest == null) {
            return new Past.NoJournal();
        }
        if (moment.isAfter(now)) {
            return new Past.Ahead(now);
        }
        return tape.startFor(moment) == Tape.NOT_KEPT ? new Past.NotKept(oldest) : null;
    }

    private static Past.Damaged damaged(Tape tape, Tape.End.Broke broke, @Nullable Instant reached) throws IOException {
        Instant until = reached == null ? tape.lastBefore(broke.segment()) : reached;
        return new Past.Damaged(broke.segment(), until, tape.wholeAfter(broke.segment()));
    }
}
