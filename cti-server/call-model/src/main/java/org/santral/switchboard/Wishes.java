package org.santral.switchboard;

import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.pbx.PbxCommand;

/// What agents ask of their own calls: done where their phone has a part in the call, refused with a reason
/// elsewhere.
final class Wishes {
    private final Board board;
    private final Link link;

    Wishes(Board board, Link link) {
        this.board = board;
        this.link = link;
    }

    void asked(Input.CommandAsked asked) {
        var seat = board.roster.seat(asked.agent());
        String extension = seat == null ? null : seat.extension();
        var live = board.calls.find(asked.call());
        if (extension == null) {
            refuse(asked, Because.of(Rules.REFUSE_NOT_SIGNED_ON));
        } else if (live == null) {
            refuse(
                    asked,
                    Because.of(Rules.REFUSE_CALL_OVER, "call", asked.call().toString()));
        } else if (!link.up()) {
            refuse(asked, Because.of(Rules.REFUSE_LINK_DOWN, "reason", link.reason()));
        } else {
            switch (asked.wish()) {
                case ANSWER -> answer(asked, live, extension);
                case CLEAR -> clear(asked, live, extension);
                case PAUSE_RECORDING, RESUME_RECORDING -> recording(asked, live, extension);
            }
        }
    }

    private void answer(Input.CommandAsked asked, LiveCall live, String extension) {
        Leg leg = legAt(live, extension, true);
        if (leg == null) {
            refuse(asked, Because.of(Rules.REFUSE_NOT_RINGING, "extension", extension));
        } else {
            send(asked, new PbxCommand.Answer(leg.connection.id(), leg.connection.device()));
        }
    }

    private void clear(Input.CommandAsked asked, LiveCall live, String extension) {
        Leg leg = legAt(live, extension, false);
        if (leg == null) {
            refuse(asked, Because.of(Rules.REFUSE_NOT_YOURS, "extension", extension));
        } else {
            send(asked, new PbxCommand.Clear(leg.connection.id(), leg.connection.device()));
        }
    }

    /// Whoever talks in a call may have it not recorded for a while, whichever connection the recording runs on.
    private void recording(Input.CommandAsked asked, LiveCall live, String extension) {
        Leg leg = legAt(live, extension, false);
        var running = live.tapes.running();
        boolean pause = asked.wish() == Input.CommandAsked.Wish.PAUSE_RECORDING;
        var fit = running.stream().filter(tape -> tape.paused() != pause).toList();
        if (leg == null || !leg.answered()) {
            refuse(asked, Because.of(Rules.REFUSE_NOT_YOURS, "extension", extension));
        } else if (running.isEmpty()) {
            refuse(asked, Because.of(Rules.REFUSE_NOT_RECORDED));
        } else if (fit.isEmpty()) {
            refuse(asked, Because.of(pause ? Rules.REFUSE_RECORDING_PAUSED : Rules.REFUSE_RECORDING_RUNS));
        } else {
            fit.forEach(tape -> tape.asked(asked.agent(), asked.at()));
            fit.stream()
                    .map(tape -> tape.leg.connection)
                    .distinct()
                    .forEach(c -> send(
                            asked,
                            pause
                                    ? new PbxCommand.PauseRecording(c.id(), c.device())
                                    : new PbxCommand.ResumeRecording(c.id(), c.device())));
        }
    }

    private static @Nullable Leg legAt(LiveCall live, String extension, boolean ringing) {
        for (Leg leg : live.legs) {
            boolean wanted = ringing ? leg.rings() : leg.connection.live();
            if (wanted && extension.equals(leg.extension())) {
                return leg;
            }
        }
        return null;
    }

    private void send(Input.CommandAsked asked, PbxCommand command) {
        board.effects.add(new Effect.SendCommand(asked.request(), command));
    }

    private void refuse(Input.CommandAsked asked, Because because) {
        board.effects.add(new Effect.Refuse(asked.request(), asked.agent(), because));
    }
}
