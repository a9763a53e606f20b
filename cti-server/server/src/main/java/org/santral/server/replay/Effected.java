package org.santral.server.replay;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.santral.lines.Lines;
import org.santral.pbx.PbxId;
import org.santral.server.journal.Entry;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// Goes through a stretch of the journal and tells what came of each input in it.
final class Effected {
    private final Switchboard switchboard;
    private final Instant from;
    private final Instant to;
    private final BiConsumer<Input, List<Effect>> told;
    private @Nullable Instant reached;

    Effected(PbxId pbx, Instant from, Instant to, BiConsumer<Input, List<Effect>> told) {
        this.switchboard = new Switchboard(pbx);
        this.from = from;
        this.to = to;
        this.told = told;
    }

    boolean take(Entry entry) {
        return switch (entry.kind()) {
            case LINE, DELIVERY, FROM, GAP -> true;
            case BASE -> {
                switchboard.apply(Lines.readInput(entry.text()));
                yield true;
            }
            case INPUT -> {
                Input input = Lines.readInput(entry.text());
                Instant arrived = Arrival.of(input);
                if (arrived.isAfter(to)) {
                    yield false;
                }
                reached = arrived;
                List<Effect> effects = switchboard.apply(input);
                if (!arrived.isBefore(from)) {
                    told.accept(input, effects);
                }
                yield true;
            }
        };
    }

    /// When the last input arrived, null before the first.
    @Nullable
    Instant reached() {
        return reached;
    }
}
