package org.santral.switchboard;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.CleanText;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxCommand;

/// What agents ask of their own calls: done where their phone has a part in the call, refused with a reason
/// elsewhere.
final class Wishes {
    private final Board board;
    private final Link link;
    private final Pops pops;

    Wishes(Board board, Link link, Pops pops) {
        this.board = board;
        this.link = link;
        this.pops = pops;
    }

    /// Who asks, and for what: the answer goes back under this.
    private record Asker(String request, AgentId agent, String extension) {}

    void asked(Input.CommandAsked asked) {
        withTheirCall(asked.request(), asked.agent(), asked.call(), (asker, live) -> {
            switch (asked.wish()) {
                case ANSWER -> answer(asker, live);
                case CLEAR -> clear(asker, live);
                case PAUSE_RECORDING, RESUME_RECORDING -> recording(asked, asker, live);
            }
        });
    }

    void transfer(Input.TransferAsked asked) {
        withTheirCall(asked.request(), asked.agent(), asked.call(), (asker, live) -> transfer(asked, asker, live));
    }

    private void withTheirCall(String request, AgentId agent, CallId call, BiConsumer<Asker, LiveCall> what) {
        var seat = board.roster.seat(agent);
        String extension = seat == null ? null : seat.extension();
        var live = board.calls.find(call);
        if (extension == null) {
            refuse(request, agent, Because.of(Rules.REFUSE_NOT_SIGNED_ON));
        } else if (live == null) {
            refuse(request, agent, Because.of(Rules.REFUSE_CALL_OVER, "call", call.toString()));
        } else if (!link.up()) {
            refuse(request, agent, Because.of(Rules.REFUSE_LINK_DOWN, "reason", link.reason()));
        } else {
            what.accept(new Asker(request, agent, extension), live);
        }
    }

    private void answer(Asker asker, LiveCall live) {
        Leg leg = legAt(live, asker.extension(), true);
        if (leg == null) {
            refuse(asker, Because.of(Rules.REFUSE_NOT_RINGING, "extension", asker.extension()));
        } else {
            send(asker, new PbxCommand.Answer(leg.connection.id(), leg.connection.device()));
        }
    }

    private void clear(Asker asker, LiveCall live) {
        Leg leg = legAt(live, asker.extension(), false);
        if (leg == null) {
            refuse(asker, Because.of(Rules.REFUSE_NOT_YOURS, "extension", asker.extension()));
        } else {
            send(asker, new PbxCommand.Clear(leg.connection.id(), leg.connection.device()));
        }
    }

    private void transfer(Input.TransferAsked asked, Asker asker, LiveCall live) {
        Leg leg = legAt(live, asker.extension(), false);
        String number = digits(asked.number());
        boolean needsNumber =
                asked.step() == Input.TransferAsked.Step.BLIND || asked.step() == Input.TransferAsked.Step.CONSULT;
        if (leg == null || !leg.answered()) {
            refuse(asker, Because.of(Rules.REFUSE_NOT_YOURS, "extension", asker.extension()));
        } else if (needsNumber && number.isEmpty()) {
            refuse(asker, Because.of(Rules.REFUSE_NO_NUMBER, "number", CleanText.number(asked.number())));
        } else {
            var connection = leg.connection.id();
            var device = leg.connection.device();
            send(
                    asker,
                    switch (asked.step()) {
                        case BLIND -> new PbxCommand.Transfer(connection, device, number);
                        case CONSULT -> new PbxCommand.Consult(connection, device, number);
                        case COMPLETE -> new PbxCommand.Clear(connection, device);
                        case CANCEL -> new PbxCommand.EndConsultation(connection, device);
                    });
        }
    }

    /// What may be dialled: an exchange's dialplan would read other characters as its own.
    ///
    /// @return empty when it is no number
    private static String digits(String typed) {
        String number = CleanText.number(typed).replaceAll("[ ()/.-]", "");
        return number.matches("\\+?[0-9*#]{1,32}") ? number : "";
    }

    /// A note needs no exchange and no phone, only a part in the call. Who talked in it writes also when it is over:
    /// until they have talked in two others.
    void noted(Input.NoteWritten written) {
        var found = board.calls.find(written.call());
        var live = found == null ? board.calls.wrapUp(written.agent(), written.call()) : found;
        if (live == null) {
            refuse(
                    written.request(),
                    written.agent(),
                    Because.of(Rules.REFUSE_CALL_OVER, "call", written.call().toString()));
        } else if (!live.concerns(written.agent())) {
            refuse(written.request(), written.agent(), Because.of(Rules.REFUSE_NO_PART));
        } else {
            live.noted(new Note(written.agent(), written.at(), CleanText.text(written.text())));
            pops.written(live);
            board.records.touch(live);
            board.effects.add(new Effect.Done(written.request(), written.agent()));
        }
    }

    /// Whoever talks in a call may have it not recorded for a while, whichever connection the recording runs on.
    private void recording(Input.CommandAsked asked, Asker asker, LiveCall live) {
        Leg leg = legAt(live, asker.extension(), false);
        var running = live.tapes.running();
        boolean pause = asked.wish() == Input.CommandAsked.Wish.PAUSE_RECORDING;
        var fit = running.stream().filter(tape -> tape.paused() != pause).toList();
        if (leg == null || !leg.answered()) {
            refuse(asker, Because.of(Rules.REFUSE_NOT_YOURS, "extension", asker.extension()));
        } else if (running.isEmpty()) {
            refuse(asker, Because.of(Rules.REFUSE_NOT_RECORDED));
        } else if (fit.isEmpty()) {
            refuse(asker, Because.of(pause ? Rules.REFUSE_RECORDING_PAUSED : Rules.REFUSE_RECORDING_RUNS));
        } else {
            fit.forEach(tape -> tape.asked(asked.agent(), asked.at()));
            fit.stream()
                    .map(tape -> tape.leg.connection)
                    .distinct()
                    .forEach(c -> send(
                            asker,
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

    private void send(Asker asker, PbxCommand command) {
        board.effects.add(new Effect.SendCommand(asker.request(), command));
    }

    private void refuse(Asker asker, Because because) {
        refuse(asker.request(), asker.agent(), because);
    }

    private void refuse(String request, AgentId agent, Because because) {
        board.effects.add(new Effect.Refuse(request, agent, because));
    }
}
