package org.santral.switchboard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.call.Connection;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.caller.CallerPolicy;
import org.santral.caller.CleanText;
import org.santral.caller.LookUp;
import org.santral.caller.Match;
import org.santral.pbx.CallId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.site.Site;

/// Who calls: asks the directory, takes its answer, takes an agent's choice.
final class Callers {
    /// A card can be completed while the phone rings; after this the caller stays a number.
    private static final Duration BUDGET = Duration.ofSeconds(1);

    private final Board board;
    private final Pops pops;

    Callers(Board board, Pops pops) {
        this.board = board;
        this.pops = pops;
    }

    /// @param phone that wants the call, null when it comes from outside
    Caller of(PbxEvent.Originated event, Site.@Nullable Phone phone) {
        if (phone != null) {
            return colleague(phone);
        }
        return CallerPolicy.stranger(
                event.from(), board.site.callers(CleanText.number(event.dialled()), event.device()));
    }

    Caller colleague(Site.Phone phone) {
        return CallerPolicy.colleague(phone, whoSitsAt(phone));
    }

    /// Somebody whose call has not been seen yet.
    Caller early(String did, Party from) {
        return CallerPolicy.stranger(from, board.site.callers(CleanText.number(did), null));
    }

    private String whoSitsAt(Site.Phone phone) {
        var there = board.roster.at(phone.extension());
        if (!there.isEmpty()) {
            var agent = board.site.agent(there.getFirst().agent());
            return agent == null ? there.getFirst().agent().value() : agent.name();
        }
        for (Site.Agent agent : board.site.site().agents()) {
            if (agent.extension().equals(phone.extension())) {
                return agent.name();
            }
        }
        return "";
    }

    void lookUp(LiveCall live) {
        if (live.caller.kind() == CallerClass.NUMBER) {
            board.effects.add(new Effect.LookUpCaller(live.id(), live.caller, BUDGET));
        }
    }

    /// One of our phones calls somebody outside: that party is who the call is about.
    void callsOutside(LiveCall live, Connection party, String number) {
        live.call.turnsOut(party);
        become(live, CallerPolicy.called(number));
    }

    /// Somebody outside is wanted who has not been called.
    void wanted(LiveCall live, String number) {
        become(live, CallerPolicy.called(number));
    }

    /// The exchange's plan says more of the caller than the signalling did: what it does not say stays.
    void described(LiveCall live, Party from) {
        if (live.call.direction() != Direction.INCOMING) {
            return;
        }
        Connection origin = live.call.origin();
        var said = CallerPolicy.stranger(
                from, board.site.callers(live.call.did(), origin == null ? null : origin.device()));
        switch (said.kind()) {
            case WITHHELD -> become(live, said);
            case NUMBER -> become(live, said.name().isEmpty() ? withName(said, live.caller.name()) : said);
            case UNAVAILABLE, INTERNAL -> {}
        }
    }

    private static Caller withName(Caller caller, String name) {
        return new Caller(caller.kind(), caller.number(), name);
    }

    private void become(LiveCall live, Caller caller) {
        if (caller.equals(live.caller)) {
            return;
        }
        boolean sameNumber = caller.number().equals(live.caller.number());
        live.caller = caller;
        if (!sameNumber || caller.kind() != CallerClass.NUMBER) {
            live.matched(Match.NONE);
            lookUp(live);
        }
        pops.refreshAll(live);
        board.records.touch(live);
    }

    void lookedUp(LiveCall live, Input.CallerLookedUp answer) {
        // An answer to an earlier question about a number that has changed since is no answer any more.
        if (live.caller.kind() != CallerClass.NUMBER || !live.caller.number().equals(answer.number())) {
            return;
        }
        // Silence takes nothing away: the book was asked once more and had answered before.
        if (answer.answer() instanceof LookUp.Unanswered && isKnown(live.match().lookUp())) {
            return;
        }
        var match = Match.of(answer.answer()).keeping(live.match());
        var attached = live.attached;
        if (attached != null && match.isCandidate(attached.customer())) {
            live.attached = null;
            live.matched(match.chosen(attached.customer(), attached.by()));
            pops.written(live);
        } else {
            live.matched(match);
            pops.refreshAll(live);
        }
        board.records.touch(live);
    }

    private static boolean isKnown(@Nullable LookUp before) {
        return before instanceof LookUp.Found || before instanceof LookUp.NotFound;
    }

    /// Also when the call is over: until its agent has talked in two others.
    private @Nullable LiveCall find(CallId id, AgentId agent) {
        var live = board.calls.find(id);
        return live == null ? board.calls.wrapUp(agent, id) : live;
    }

    void chosen(Input.CustomerChosen choice) {
        var live = find(choice.call(), choice.agent());
        if (live == null || !live.isShownTo(choice.agent()) || !live.match().isCandidate(choice.customer())) {
            board.anomalies.report(choice.call(), Anomalies.WISH, choice);
            return;
        }
        Match before = live.match();
        live.attached = null;
        live.matched(before.chosen(choice.customer(), choice.agent()));
        if (live.match().recorded() != null) {
            learn(live, choice.customer(), before.first(), choice.agent(), false);
        }
        pops.written(live);
        board.records.touch(live);
    }

    /// Nobody is shown before the book has it: it answers as it will the next time.
    void attached(Input.CustomerAttached attached) {
        var live = find(attached.call(), attached.agent());
        if (live == null) {
            String call = attached.call().toString();
            refuse(attached, Because.of(Rules.REFUSE_CALL_OVER, "call", call));
        } else if (!live.isShownTo(attached.agent())) {
            refuse(attached, Because.of(Rules.REFUSE_NO_PART));
        } else if (live.caller.kind() != CallerClass.NUMBER) {
            refuse(attached, Because.of(Rules.REFUSE_NUMBER_WITHHELD));
        } else {
            live.attached = new LiveCall.Attached(attached.customer(), attached.agent());
            learn(live, attached.customer(), live.match().first(), attached.agent(), true);
            board.effects.add(new Effect.Done(attached.request(), attached.agent()));
        }
    }

    private void refuse(Input.CustomerAttached attached, Because why) {
        board.effects.add(new Effect.Refuse(attached.request(), attached.agent(), why));
    }

    /// A withheld number teaches nothing.
    private void learn(LiveCall live, long customer, @Nullable Long first, AgentId by, boolean again) {
        if (live.caller.kind() == CallerClass.NUMBER) {
            Long instead = first == null || first == customer ? null : first;
            board.effects.add(new Effect.LearnNumber(live.id(), live.caller, customer, instead, by, again));
        }
    }
}
