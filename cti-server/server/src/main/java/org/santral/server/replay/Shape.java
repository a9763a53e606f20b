package org.santral.server.replay;

import org.santral.switchboard.Effect;

/// What kind of effect it is, and how it came out, without whom it is about.
final class Shape {

    private Shape() {}

    static String of(Effect effect) {
        String kind = effect.getClass().getSimpleName();
        return switch (effect) {
            case Effect.ShowPop(var pop) ->
                kind + " " + pop.state() + " " + pop.direction() + " "
                        + pop.caller().kind() + " " + (pop.reach().queue() != null) + " "
                        + pop.because().size();
            case Effect.WithdrawPop gone -> kind + " " + gone.why();
            case Effect.RecordCall(var record) ->
                kind + " " + record.revision() + " " + record.direction() + " " + record.outcome() + " "
                        + record.hungUpBy() + " " + record.certainty() + " "
                        + record.legs().size() + " " + record.waitMillis() + " " + record.talkMillis() + " "
                        + (record.queue() != null);
            case Effect.AnswerRoute answer ->
                kind + " " + answer.decision().getClass().getSimpleName();
            case Effect.AgentChanged changed -> kind + " " + changed.state();
            case Effect.QueueChanged changed -> kind + " " + changed.waiting();
            case Effect.LinkChanged changed -> kind + " " + changed.up();
            case Effect.Anomaly odd -> kind + " " + odd.kind();
            case Effect.Refuse refuse -> kind + " " + refuse.because().rule();
            case Effect.Done done -> kind;
            case Effect.NoPop none -> kind + " " + none.because().getFirst().rule();
            case Effect.LookUpCaller ask -> kind;
            case Effect.LearnNumber lesson -> kind + " " + lesson.again();
            case Effect.SendCommand send ->
                kind + " " + send.command().getClass().getSimpleName();
            case Effect.StartTimer start -> kind + " " + start.after();
            case Effect.CancelTimer cancel -> kind;
        };
    }
}
