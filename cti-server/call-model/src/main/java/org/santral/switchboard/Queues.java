package org.santral.switchboard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who waits where: follows each leg into its queue and out of it.
final class Queues {
    private final Board board;

    Queues(Board board) {
        this.board = board;
    }

    /// @param before the queue the leg waited in before its last step, null when none
    /// @return whether the leg has changed its queue
    boolean follow(Leg leg, @Nullable String before) {
        String now = leg.connection.waitingIn();
        if (Objects.equals(before, now)) {
            return false;
        }
        if (before != null) {
            board.effects.add(new Effect.QueueChanged(before, board.lines.left(before)));
        }
        if (now != null) {
            board.effects.add(new Effect.QueueChanged(now, board.lines.joined(now)));
        }
        return true;
    }
}
