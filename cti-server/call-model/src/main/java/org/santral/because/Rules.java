package org.santral.because;

/// Every rule that can stand in a [Because]. The names are stable: each client has a sentence for each of them
/// in each language, histories and journals keep them for years.
///
/// | family | answers |
/// |--|--|
/// | `pop.*` | why this card stands on this screen |
/// | `no-pop.*` | why a phone rang and no card was shown |
/// | `match.*` | who the caller is taken for |
/// | `route.*` | where the caller was sent |
/// | `refuse.*` | why a wish of an agent was not carried out |
/// | `history.*` | what the record of a call leaves out |
/// | `unknown.*` | what of a call could not be known, and why not |
public final class Rules {
    /// The phone rings as a member of a queue. Facts: `queue`, `extension`.
    public static final String POP_QUEUE = "pop.queue";
    /// The phone was called directly. Facts: `extension`.
    public static final String POP_DIRECT = "pop.direct";
    /// A colleague calls. Facts: `extension`, `from`.
    public static final String POP_COLLEAGUE = "pop.colleague";
    /// The agent took over a call that rang at another phone. Facts: `extension`, `from`.
    public static final String POP_PICKED_UP = "pop.picked-up";
    /// The agent fetched a parked caller. Facts: `extension`, `place`.
    public static final String POP_UNPARKED = "pop.unparked";
    /// The desk was opened while the phone was ringing or talking. Facts: `extension`.
    public static final String POP_DESK_OPENED = "pop.desk-opened";
    /// A caller came into a talk that the phone was in. Facts: `extension`.
    public static final String POP_JOINED = "pop.joined";

    /// The device that rings is no phone of the site. Facts: `device`.
    public static final String NO_POP_UNMAPPED = "no-pop.device-unmapped";
    /// Nobody is signed on at the phone that rings. Facts: `extension`.
    public static final String NO_POP_NOBODY = "no-pop.nobody-signed-on";
    /// The phone rings because its own agent asked for the call. Facts: `extension`, `number`.
    public static final String NO_POP_OWN_CALL = "no-pop.own-call";

    /// One customer has this number. Facts: `number`, `quality`.
    public static final String MATCH_ONE = "match.one";
    /// Several customers have this number. Facts: `number`, `candidates`.
    public static final String MATCH_SEVERAL = "match.several";
    /// Nobody in the book has this number. Facts: `number`.
    public static final String MATCH_NONE = "match.none";
    /// The directory did not answer. Facts: `reason`.
    public static final String MATCH_UNANSWERED = "match.unanswered";
    /// Agents said before that this number is this customer. Facts: `number`, `customer`, `times`, `agent` (who said
    /// it last).
    public static final String MATCH_LEARNED = "match.learned";
    /// Another directory knows the number; its answer is the one used unless one before it knows it too.
    /// Facts: `directory`, `candidates`.
    public static final String MATCH_OUTSIDE = "match.outside";
    /// Nobody in another directory has this number. Facts: `directory`.
    public static final String MATCH_OUTSIDE_NONE = "match.outside-none";
    /// Another directory was passed over because it did not answer in time. Facts: `directory`, `millis`.
    public static final String MATCH_OUTSIDE_LATE = "match.outside-late";
    /// Another directory was passed over because it is away. Facts: `directory`, `reason`.
    public static final String MATCH_OUTSIDE_AWAY = "match.outside-away";
    /// Other directories are being asked. Facts: `directories`.
    public static final String MATCH_OUTSIDE_ASKED = "match.outside-asked";
    /// An agent picked the customer among several. Facts: `agent`, `customer` (the id; `directory/key` where it
    /// is none of ours).
    public static final String MATCH_CHOSEN = "match.chosen";

    /// The customer's segment has a queue of its own. Facts: `segment`, `queue`.
    public static final String ROUTE_SEGMENT = "route.segment";
    /// The agent who looks after the customer is tried first. Facts: `owner`, `extension`, `seconds`.
    public static final String ROUTE_OWNER_FIRST = "route.owner-first";
    /// The owner cannot be tried now. Facts: `owner`, `state`.
    public static final String ROUTE_OWNER_AWAY = "route.owner-away";
    /// The group of the number that was dialled. Facts: `did`, `queue`.
    public static final String ROUTE_DID_QUEUE = "route.did-queue";
    /// The exchange does what it would do for this number without us. Facts: `did`.
    public static final String ROUTE_DID_DEFAULT = "route.did-default";
    /// The time for an answer was up. Facts: `budget`.
    public static final String ROUTE_LATE = "route.late";
    /// The caller is not in the book. Facts: `number`.
    public static final String ROUTE_UNKNOWN_CALLER = "route.unknown-caller";
    /// The caller withheld the number, or the network sent none. Facts: `class`.
    public static final String ROUTE_NO_NUMBER = "route.no-number";
    /// Several customers have this number and differ: only what all share decides. Facts: `candidates`,
    /// `differ`.
    public static final String ROUTE_AMBIGUOUS = "route.ambiguous";
    /// The directory did not answer. Facts: `reason`.
    public static final String ROUTE_DIRECTORY_AWAY = "route.directory-away";
    /// The caller hung up before the question was answered.
    public static final String ROUTE_CALLER_GONE = "route.caller-gone";

    /// The call is over. Facts: `call`.
    public static final String REFUSE_CALL_OVER = "refuse.call-over";
    /// The agent is not signed on.
    public static final String REFUSE_NOT_SIGNED_ON = "refuse.not-signed-on";
    /// The agent's phone does not ring with this call. Facts: `extension`.
    public static final String REFUSE_NOT_RINGING = "refuse.not-ringing";
    /// The agent's phone has no part in this call. Facts: `extension`.
    public static final String REFUSE_NOT_YOURS = "refuse.not-yours";
    /// The agent has no part in this call.
    public static final String REFUSE_NO_PART = "refuse.no-part";
    /// The caller withheld the number: there is nothing to remember the customer by.
    public static final String REFUSE_NUMBER_WITHHELD = "refuse.number-withheld";
    /// What was typed cannot be dialled. Facts: `number`.
    public static final String REFUSE_NO_NUMBER = "refuse.no-number";
    /// The exchange cannot be reached. Facts: `reason`.
    public static final String REFUSE_LINK_DOWN = "refuse.link-down";

    /// Nothing of this call is recorded now.
    public static final String REFUSE_NOT_RECORDED = "refuse.not-recorded";
    /// The recording is paused already.
    public static final String REFUSE_RECORDING_PAUSED = "refuse.recording-paused";
    /// The recording is not paused.
    public static final String REFUSE_RECORDING_RUNS = "refuse.recording-runs";

    /// The exchange would not do it. Facts: `reason`.
    public static final String REFUSE_EXCHANGE = "refuse.exchange";
    /// The exchange did not say in time whether it was done. Facts: `seconds`.
    public static final String REFUSE_NO_ANSWER = "refuse.no-answer";

    /// Unanswered legs of a very long wait that are counted only. Facts: `legs`.
    public static final String HISTORY_LEGS_LEFT_OUT = "history.legs-left-out";
    /// This call went on as part of another. Facts: `call`.
    public static final String HISTORY_MERGED_INTO = "history.merged-into";
    /// A party handed the call on. Facts: `from`, `number`.
    public static final String HISTORY_TRANSFERRED = "history.transferred";
    /// Nobody heard this call: it was written from the exchange's own ledger. Facts: `source`.
    public static final String HISTORY_ADDED = "history.added";
    /// Something of this call was not heard and has been corrected. Facts: `source`, `what`.
    public static final String HISTORY_REPAIRED = "history.repaired";

    /// A called phone named another number that was called in its place. Facts: `from`, `number`.
    public static final String HISTORY_FORWARDED = "history.forwarded";
    /// Nobody in a queue answered in time and the caller went on elsewhere. Facts: `queue`, `to`.
    public static final String HISTORY_OVERFLOWED = "history.overflowed";
    /// Somebody took over the call that rang at another phone. Facts: `from`, `by`.
    public static final String HISTORY_PICKED_UP = "history.picked-up";
    /// The caller was put into a parking place. Facts: `by`, `place`.
    public static final String HISTORY_PARKED = "history.parked";
    /// A parked caller was fetched. Facts: `by`, `place`, `seconds`.
    public static final String HISTORY_UNPARKED = "history.unparked";
    /// Nobody fetched a parked caller in time. Facts: `place`, `seconds`.
    public static final String HISTORY_PARK_TIMED_OUT = "history.park-timed-out";
    /// The caller hung up in the parking place. Facts: `place`, `seconds`.
    public static final String HISTORY_PARK_GIVEN_UP = "history.park-given-up";
    /// A party was the first in a conference room. Facts: `extension`, `room`.
    public static final String HISTORY_CONFERENCE_OPENED = "history.conference-opened";
    /// A party came into a conference room. Facts: `extension`, `room`, `others`.
    public static final String HISTORY_CONFERENCED = "history.conferenced";
    /// The exchange rang a phone first so that it could call on its behalf. Facts: `extension`.
    public static final String HISTORY_CLICK_TO_CALL = "history.click-to-call";
    /// The phone that wanted to call was rung first and did not answer. Facts: `extension`, `cause`.
    public static final String HISTORY_OWN_PHONE_UNANSWERED = "history.own-phone-unanswered";

    /// Nobody heard the exchange for a while. Facts: `since`, `until`, `reason`.
    public static final String UNKNOWN_LINK_LOST = "unknown.link-lost";
    /// Nobody hears the exchange. Facts: `since`, `reason`.
    public static final String UNKNOWN_LINK_AWAY = "unknown.link-away";
    /// A party was there already when it was first seen. Facts: `device`.
    public static final String UNKNOWN_BEGINNING = "unknown.beginning-not-seen";
    /// A party was gone when the exchange could be heard again. Facts: `device`, `since` (last heard), `until`.
    public static final String UNKNOWN_END = "unknown.end-not-seen";
    /// The exchange started anew and everything of before ended somewhere in between. Facts: `since` (last heard),
    /// `until`.
    public static final String UNKNOWN_RESTARTED = "unknown.exchange-restarted";
    /// The signalling cannot be trusted. Facts: `reason`.
    public static final String UNKNOWN_TAINTED = "unknown.tainted";
    /// What was told did not fit what was known: something before it was not told. Facts: `device`, `event`.
    public static final String UNKNOWN_DID_NOT_FIT = "unknown.did-not-fit";

    private Rules() {}
}
