package org.santral.switchboard;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.because.Because;
import org.santral.caller.Caller;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxCommand;
import org.santral.pbx.PbxId;
import org.santral.routing.RouteDecision;
import org.santral.routing.RouteRequestId;
import org.santral.screenpop.Pop;
import org.santral.screenpop.Withdrawal;

/// What the world must do after an input. The switchboard never does it itself.
public sealed interface Effect {

    /// Ask the directory; the answer comes back as [Input.CallerLookedUp].
    record LookUpCaller(CallId call, Caller caller, Duration budget) implements Effect {}

    /// Remember that this number is this customer, as an agent said.
    ///
    /// @param customer who it is
    /// @param instead who stood first in the book's answer and was not chosen, null when nobody did
    /// @param again whether to look the caller up once more when it is remembered: the customer was not among
    ///     those who have the number
    record LearnNumber(
            CallId call,
            Caller caller,
            long customer,
            @Nullable Long instead,
            AgentId by,
            boolean again) implements Effect {}

    /// This card stands on this agent's screens now, replacing what stood there for the same call. A card in
    /// the state `ENDED` is the last the switchboard says of it: it stays to be read until the next one comes.
    record ShowPop(Pop pop) implements Effect {}

    /// The card leaves the agent's screens.
    ///
    /// @param answeredBy set when somebody else has the call
    record WithdrawPop(
            CallId call,
            AgentId agent,
            Withdrawal why,
            @Nullable AgentId answeredBy) implements Effect {}

    /// A device rang and no card was shown, and why not.
    ///
    /// @param agent null when nobody sits at the device
    record NoPop(CallId call, @Nullable AgentId agent, String device, List<Because> because) implements Effect {}

    record AnswerRoute(RouteRequestId request, CallId call, RouteDecision decision) implements Effect {}

    /// Write this state of the call; idempotent by call and revision.
    record RecordCall(CallRecord record) implements Effect {}

    /// What an agent asked was done here, and nobody else need do anything.
    record Done(String request, AgentId agent) implements Effect {}

    record SendCommand(String request, PbxCommand command) implements Effect {}

    /// What an agent asked cannot be done, and why.
    record Refuse(String request, AgentId agent, Because because) implements Effect {}

    record AgentChanged(
            AgentId agent,
            AgentState state,
            @Nullable String extension,
            @Nullable String reason) implements Effect {}

    /// @param waiting callers in the queue now
    record QueueChanged(String queue, int waiting) implements Effect {}

    record LinkChanged(PbxId pbx, boolean up, String reason) implements Effect {}

    /// Fires once, as [Input.TimerFired].
    record StartTimer(String timer, Duration after) implements Effect {}

    record CancelTimer(String timer) implements Effect {}

    /// An input that the tables do not allow. Counted and journaled, never swallowed, and it never stops the
    /// loop.
    ///
    /// @param call null when no call is concerned
    /// @param kind `duplicate`, `late`, `unknown-connection`, `unknown-call`, `other-call`, `unlisted`,
    ///     `beginning-unseen`, `tainted` or `wish`: stable names, to be counted
    /// @param story what the call lived through so far, oldest first
    record Anomaly(@Nullable CallId call, String kind, String detail, List<String> story) implements Effect {}
}
