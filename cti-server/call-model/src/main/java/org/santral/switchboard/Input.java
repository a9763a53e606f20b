package org.santral.switchboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.caller.LookUp;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.routing.RouteRequestId;
import org.santral.site.Site;

/// Everything that can move the switchboard. Time and ids enter here and nowhere else.
public sealed interface Input {
    /// When it happened.
    Instant at();

    /// @param at the exchange's own stamp where it gives one
    /// @param receivedAt when its bytes reached us
    /// @param origin whether it was seen live or concluded from a snapshot
    record FromPbx(PbxEvent event, Instant at, Instant receivedAt, Origin origin) implements Input {
        public enum Origin {
            LIVE,
            SNAPSHOT
        }
    }

    /// The link to the exchange is up and its snapshot has been applied.
    ///
    /// @param restarted true when the exchange itself started anew: every connection of before is dead
    record LinkUp(PbxId pbx, boolean restarted, Instant at) implements Input {}

    record LinkDown(PbxId pbx, String reason, Instant at) implements Input {}

    record SiteSet(PbxId pbx, Site site, Instant at) implements Input {}

    /// The directory's answer. One that says [LookUp.Unanswered] may be followed by a late one.
    ///
    /// @param number that was asked for: by now the call may be about another
    record CallerLookedUp(CallId call, String number, LookUp answer, Instant at) implements Input {}

    /// The dialplan asks where to send a caller.
    record RouteAsked(RouteRequestId request, CallId call, ConnectionId connection, String did, Party from, Instant at)
            implements Input {}

    /// An agent opened a desk at a phone.
    record AgentSignedOn(AgentId agent, String extension, Instant at) implements Input {}

    /// The agent's last desk closed, or they signed off.
    record AgentSignedOff(AgentId agent, Instant at) implements Input {}

    /// @param reason of a pause, null when ready
    /// @param request under which the answer goes back; null from a journal of before the exchange was told too
    record AgentReadinessSet(
            AgentId agent,
            boolean ready,
            @Nullable String reason,
            Instant at,
            @Nullable String request) implements Input {}

    /// An agent picked one of several candidates.
    record CustomerChosen(CallId call, AgentId agent, long customer, Instant at) implements Input {}

    /// An agent knows who calls although the book does not: a customer who has no such number yet.
    record CustomerAttached(String request, AgentId agent, CallId call, long customer, Instant at) implements Input {}

    /// An agent asks something of their own call.
    record CommandAsked(String request, AgentId agent, CallId call, Wish wish, Instant at) implements Input {
        public enum Wish {
            ANSWER,
            CLEAR,
            PAUSE_RECORDING,
            RESUME_RECORDING
        }
    }

    /// An agent writes what the next one should know, in place of what they wrote before; empty takes it away.
    record NoteWritten(String request, AgentId agent, CallId call, String text, Instant at) implements Input {}

    /// An agent hands their call on, or asks a colleague first.
    ///
    /// @param number where to, as the agent typed it; empty where the step needs none
    record TransferAsked(String request, AgentId agent, CallId call, Step step, String number, Instant at)
            implements Input {
        public enum Step {
            /// Hand the caller on at once.
            BLIND,
            /// Put the caller on hold and call somebody.
            CONSULT,
            /// Leave: who was asked has the caller.
            COMPLETE,
            /// Let go who was asked and take the caller back.
            CANCEL
        }
    }

    record TimerFired(String timer, Instant at) implements Input {}
}
