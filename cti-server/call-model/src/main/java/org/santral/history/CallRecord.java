package org.santral.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;

/// One call as the history keeps it. Written again at every turn of the call with a higher `revision`; the
/// highest wins.
///
/// @param direction seen from the site
/// @param caller who called; on an outgoing call the outside party that was called, with the name empty
/// @param customer the chosen or only candidate, null when nobody was recognised or nobody has chosen
/// @param did null when the caller did not come in by one
/// @param queue the last queue the caller waited in, null when none
/// @param agent who spoke with the caller last, null when nobody did; on an outgoing call who made it
/// @param answeredAt when a person answered, null when none did
/// @param endedAt null while the call lives
/// @param waitMillis from start to answer or end
/// @param talkMillis time in conversation with a person, hold and a queue's announcements not counted
/// @param legs in the order in which they began
/// @param transfers who handed the call to whom, oldest first
/// @param notes one of each agent who wrote any, oldest first
/// @param partOf the call this one became a part of, such as a consultation: it has no row of its own then
/// @param recordings in the order in which they began
/// @param hungUpBy `caller` (see there), `agent` or `pbx`, null while the call lives or when it is not known
public record CallRecord(
        CallId call,
        long revision,
        Direction direction,
        Caller caller,
        @Nullable String e164,
        @Nullable Long customer,
        @Nullable String did,
        @Nullable String queue,
        @Nullable AgentId agent,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        long waitMillis,
        long talkMillis,
        Outcome outcome,
        @Nullable String hungUpBy,
        Certainty certainty,
        List<Leg> legs,
        List<Transfer> transfers,
        List<Note> notes,
        @Nullable CallId partOf,
        List<Because> because,
        List<Recording> recordings) {

    public enum Outcome {
        LIVE,
        ANSWERED,
        ABANDONED,
        NOT_ANSWERED,
        BUSY,
        FAILED,
        TIMED_OUT,
        UNKNOWN
    }

    /// How much of the call was seen.
    public enum Certainty {
        LIVE,
        REPAIRED,
        PARTLY_UNKNOWN
    }

    /// One connection of the call.
    ///
    /// @param agent who sat at the device, null for a trunk or an empty seat
    /// @param number what was called or who called, empty where the caller withheld it
    /// @param talkMillis time in which it was heard by others and held nobody
    /// @param queue the queue that offered it, null when none did
    /// @param ringingAt null when it never rang
    public record Leg(
            ConnectionId connection,
            String device,
            String number,
            @Nullable AgentId agent,
            @Nullable String queue,
            Instant startedAt,
            @Nullable Instant ringingAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            long talkMillis,
            long heldMillis,
            @Nullable ClearCause cause,
            int q850) {}
}
