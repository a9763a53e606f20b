package org.santral.pbx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened at an exchange, in the past tense and in CSTA's words.
public sealed interface PbxEvent {

    /// An event of one connection of one call.
    sealed interface OfConnection extends PbxEvent {
        CallId call();

        ConnectionId connection();
    }

    /// A party began a call: a caller reached the trunk, or a phone went off hook and dialled.
    ///
    /// @param dialled what the party dialled, as the exchange saw it: a DID, an extension, an outside number;
    ///     may be empty
    record Originated(CallId call, ConnectionId connection, DeviceId device, Party from, String dialled)
            implements OfConnection {}

    /// The exchange starts to call a device on behalf of a connection; it does not ring yet and may never.
    ///
    /// @param by the connection on whose behalf, null when the exchange calls on its own account
    ///     (click-to-call)
    /// @param queue the queue that calls its member, null outside queues
    /// @param number what is called: an extension, or the outside number on a trunk
    record Offered(
            CallId call,
            ConnectionId connection,
            DeviceId device,
            @Nullable ConnectionId by,
            @Nullable String queue,
            String number)
            implements OfConnection {}

    /// The device rings.
    record Delivered(CallId call, ConnectionId connection, DeviceId device) implements OfConnection {}

    /// The device answered. A trunk that the exchange itself answered, to queue or announce, is established
    /// too.
    record Established(CallId call, ConnectionId connection, DeviceId device) implements OfConnection {}

    /// The connection can now be heard by others: talk begins.
    ///
    /// @param peers the connections it talks with, at least one
    record Joined(CallId call, ConnectionId connection, List<ConnectionId> peers) implements OfConnection {}

    /// The connection is no longer heard by anybody; it may be joined again.
    record Parted(CallId call, ConnectionId connection) implements OfConnection {}

    /// This connection's party put the others on hold.
    record Held(CallId call, ConnectionId connection) implements OfConnection {}

    record Retrieved(CallId call, ConnectionId connection) implements OfConnection {}

    /// @param position 1 is next
    record Queued(CallId call, ConnectionId connection, String queue, int position) implements OfConnection {}

    record Dequeued(CallId call, ConnectionId connection, String queue, Reason reason) implements OfConnection {
        public enum Reason {
            ANSWERED,
            ABANDONED,
            TIMED_OUT,
            LEFT
        }
    }

    /// What the exchange's own plan knows of a connection and no other event carries.
    ///
    /// @param did the number by which the caller came in, null when not said
    /// @param from the caller with the presentation as the exchange knows it, null when not said
    /// @param decision the id of the routing decision the exchange followed, null when none
    record Described(
            CallId call,
            ConnectionId connection,
            @Nullable String did,
            @Nullable Party from,
            @Nullable String decision) implements OfConnection {}

    /// A party handed the call on.
    ///
    /// @param connection the party that transfers
    /// @param transferred the party handed on, null when not known
    /// @param target where to, null when it has no connection yet
    /// @param number what was dialled as the target, may be empty
    record Transferred(
            CallId call,
            ConnectionId connection,
            Kind kind,
            @Nullable ConnectionId transferred,
            @Nullable ConnectionId target,
            String number)
            implements OfConnection {
        public enum Kind {
            BLIND,
            ATTENDED,
            /// All three talk with one another from here on (CSTA: conferenced).
            THREE_WAY
        }
    }

    /// A party took over a call that rang at another phone.
    ///
    /// @param from the connection that rang, null when not known
    record PickedUp(
            CallId call, ConnectionId connection, @Nullable ConnectionId from) implements OfConnection {}

    /// A called phone did not take the call but named another number that is called in its place.
    record Forwarded(CallId call, ConnectionId connection, String number) implements OfConnection {}

    /// The connection waits in a parking place until somebody fetches it there.
    ///
    /// @param place what is dialled to fetch it
    /// @param by the phone that parked it, null when not known
    record Parked(
            CallId call,
            ConnectionId connection,
            String place,
            @Nullable DeviceId by) implements OfConnection {}

    /// @param by the connection that fetched it, null when nobody did
    record Unparked(
            CallId call,
            ConnectionId connection,
            String place,
            Reason reason,
            @Nullable ConnectionId by) implements OfConnection {
        public enum Reason {
            RETRIEVED,
            TIMED_OUT,
            GIVEN_UP
        }
    }

    /// The connection came into a conference room, where connections of other calls may be.
    ///
    /// @param others who is there already
    record Conferenced(CallId call, ConnectionId connection, String room, List<ConnectionId> others)
            implements OfConnection {}

    /// A recording began on this connection: of what its party says and hears. Said again with a name when the
    /// exchange names the file later than it begins it.
    ///
    /// @param file the exchange's own name of it, without a folder; empty when the exchange did not say
    record RecordingStarted(CallId call, ConnectionId connection, String file) implements OfConnection {}

    /// The recording of this connection goes on in silence: nothing of what is said now is kept.
    record RecordingPaused(CallId call, ConnectionId connection) implements OfConnection {}

    record RecordingResumed(CallId call, ConnectionId connection) implements OfConnection {}

    /// The recording ended before its connection did; the end of a connection ends its recordings unsaid.
    record RecordingStopped(CallId call, ConnectionId connection) implements OfConnection {}

    /// The connection ended.
    ///
    /// @param byParty true when this connection's own party ended it, false when it was released by the
    ///     exchange
    /// @param q850 the Q.850 cause value, 0 when none was given
    record ConnectionCleared(
            CallId call, ConnectionId connection, DeviceId device, ClearCause cause, int q850, boolean byParty)
            implements OfConnection {}

    /// Two calls turned out to be one (an attended transfer, a pick-up): `absorbed` goes on as part of `call`.
    record CallsMerged(CallId call, CallId absorbed, String why) implements PbxEvent {}

    /// The exchange calls, or called until just now, a phone so that it can call a number on its behalf
    /// (click-to-call).
    ///
    /// @param number as it would have been dialled at the phone
    record Wanted(CallId call, String number) implements PbxEvent {}

    /// Something in this call's signalling cannot be trusted: repeated or cut headers, an id that was never
    /// introduced. The call stands; what the evidence said was not acted upon.
    ///
    /// @param call null when it cannot even be said which call
    record Tainted(@Nullable CallId call, String reason, String evidence) implements PbxEvent {}

    /// The state of a queue's member as the queue sees it.
    ///
    /// @param calledBy what the queue calls to reach it, null where that is the device itself
    record QueueMemberChanged(
            String queue,
            DeviceId device,
            String memberName,
            DeviceState state,
            boolean paused,
            String pausedReason,
            @Nullable String calledBy)
            implements PbxEvent {}

    record QueueMemberRemoved(String queue, DeviceId device) implements PbxEvent {}

    record DeviceStateChanged(DeviceId device, DeviceState state) implements PbxEvent {}
}
