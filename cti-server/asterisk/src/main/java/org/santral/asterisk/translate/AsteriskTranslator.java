package org.santral.asterisk.translate;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Oddity;
import org.santral.asterisk.ami.Rights;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Input;

/// One Asterisk's story in the words of the model. Not for several threads: the loop of its PBX calls it.
///
/// Never throws on anything that comes over the wire, and never lets one channel's odd message touch another's
/// call.
public final class AsteriskTranslator {
    static final int EVIDENCE = 400;

    private final Exchange exchange;
    private final Oddities oddities;
    private final Outbox out;
    private final Talk talk;
    private final Dialling dialling;
    private final Queueing queueing;
    private final Handing handing;
    private final Diverting diverting;
    private final Taping taping;
    private final SnapshotReading snapshot;

    /// A connection that the model holds from before a restart of this server.
    ///
    /// @param answered whether it is established
    public record Known(
            ConnectionId connection, CallId call, DeviceId device, boolean alerting, boolean answered, boolean held) {}

    /// @param inputs takes what each signal amounts to, in order, before [#take] returns
    public AsteriskTranslator(PbxId pbx, Oddities oddities, Consumer<Input> inputs) {
        this(pbx, oddities, new Rights(), inputs);
    }

    /// @param rights is told what the exchange lists and should have told
    /// @param inputs takes what each signal amounts to, in order, before [#take] returns
    public AsteriskTranslator(PbxId pbx, Oddities oddities, Rights rights, Consumer<Input> inputs) {
        this.exchange = new Exchange(pbx);
        this.oddities = oddities;
        this.out = new Outbox(inputs);
        this.talk = new Talk(exchange, out);
        this.dialling = new Dialling(exchange, out, talk);
        this.queueing = new Queueing(exchange, out);
        this.taping = new Taping(out);
        this.handing = new Handing(exchange, out, talk, taping, dialling, queueing);
        this.diverting = new Diverting(exchange, out, talk);
        SnapshotTelling telling = new SnapshotTelling(exchange, talk, dialling, queueing, handing, diverting);
        Comparing comparing = new Comparing(exchange, dialling, queueing, telling, oddities, rights);
        this.snapshot = new SnapshotReading(exchange, out, queueing, telling, comparing, oddities);
    }

    /// Takes over the names of the calls that the journal brought back. To be called before the first signal.
    public void resume(Collection<Known> connections) {
        for (Known known : connections) {
            Channel channel = exchange.resume(known.connection(), known.call(), known.device());
            channel.told = true;
            channel.alerting = known.alerting();
            channel.up = known.answered();
            channel.held = known.held();
        }
    }

    public void take(AmiSignal signal) {
        switch (signal) {
            case AmiSignal.Opened opened -> snapshot.linkOpened(opened);
            case AmiSignal.Closed closed -> {
                snapshot.linkClosed();
                out.put(new Input.LinkDown(exchange.pbx, closed.reason(), closed.receivedAt()));
            }
            case AmiMessage message -> message(message);
        }
    }

    private void message(AmiMessage message) {
        String event = message.event();
        if (event == null) {
            if (!message.isResponse()) {
                tainted(message, Oddity.NOT_A_MESSAGE, "neither event nor response");
            } else {
                snapshot.answer(message);
            }
            return;
        }
        Instant at = message.at();
        out.message(at, message.receivedAt(), Input.FromPbx.Origin.LIVE);
        if (message.find("ActionID", 1) >= 0 && snapshot.take(event, message)) {
            return;
        }
        switch (event) {
            case "Newchannel" -> newChannel(message);
            case "Newstate", "Hangup", "HangupRequest", "SoftHangupRequest", "Hold", "Unhold", "UserEvent" ->
                ofChannel(event, message);
            case "MixMonitorStart", "MixMonitorStop", "MixMonitorMute" -> ofChannel(event, message);
            case "BridgeEnter", "BridgeLeave" -> ofBridge(event, message);
            case "BridgeDestroy" -> exchange.dissolve(message.text("BridgeUniqueid"));
            case "DialBegin", "DialEnd", "AgentCalled" -> ofDial(event, message);
            case "QueueCallerJoin", "QueueCallerLeave", "QueueCallerAbandon" -> ofQueue(event, message);
            case "QueueMemberStatus", "QueueMemberAdded", "QueueMemberPause" -> queueing.member(message);
            case "QueueMemberRemoved" -> queueing.memberRemoved(message);
            case "DeviceStateChange" -> queueing.deviceState(message.text("Device"), message.text("State"));
            case "LocalBridge" -> handing.localBridge(message);
            case "BlindTransfer" -> handing.blindTransfer(message);
            case "AttendedTransfer" -> handing.attendedTransfer(message);
            case "Pickup" -> diverting.pickedUp(message);
            case "ParkedCall" -> diverting.parked(message);
            case "UnParkedCall" -> diverting.retrieved(message);
            case "ParkedCallTimeOut" -> diverting.unparked(message, PbxEvent.Unparked.Reason.TIMED_OUT);
            case "ParkedCallGiveUp" -> diverting.unparked(message, PbxEvent.Unparked.Reason.GIVEN_UP);
            case "ConfbridgeJoin" -> ofRoom(message);
            case "OriginateResponse" -> diverting.originated(message);
            default -> {
                if (!Quiet.EVENTS.contains(event)) {
                    oddities.count(Oddity.UNKNOWN_EVENT);
                }
            }
        }
    }

    private void newChannel(AmiMessage message) {
        ChannelHeaders headers = headers(message);
        if (headers == null) {
            return;
        }
        String uniqueid = headers.uniqueid();
        if (exchange.channel(uniqueid) != null) {
            oddities.count(Oddity.DUPLICATE);
        } else if (exchange.endedLately(uniqueid)) {
            oddities.count(Oddity.LATE);
        } else {
            if (Presented.unfit(headers.number(), headers.callerName())) {
                oddities.count(Oddity.UNFIT_TEXT);
            }
            dialling.newChannel(headers);
        }
    }

    private void ofChannel(String event, AmiMessage message) {
        if (event.equals("UserEvent") && message.find("Channel", 1) < 0) {
            return;
        }
        ChannelHeaders headers = headers(message);
        Channel channel = headers == null ? null : known(headers);
        if (headers == null || channel == null) {
            return;
        }
        switch (event) {
            case "Newstate" -> dialling.newState(channel, headers);
            case "Hangup" -> dialling.hangup(channel, cause(message));
            case "HangupRequest" -> channel.hangupAsked = true;
            case "SoftHangupRequest" -> channel.released = true;
            case "Hold" -> handing.held(channel);
            case "Unhold" -> handing.retrieved(channel);
            case "MixMonitorStart", "MixMonitorStop", "MixMonitorMute" -> taping.take(event, message, channel);
            default -> handing.described(message, channel, headers);
        }
    }

    private void ofBridge(String event, AmiMessage message) {
        ChannelHeaders headers = headers(message);
        Channel channel = headers == null ? null : known(headers);
        String id = message.one("BridgeUniqueid");
        if (channel == null || id == null) {
            return;
        }
        if (event.equals("BridgeEnter")) {
            talk.enter(channel, exchange.bridge(id, Bridge.Kind.of(message)));
            diverting.conferenced(channel, message.text("BridgeName"));
        } else if (channel.bridge != null && channel.bridge == exchange.bridge(id)) {
            talk.leave(channel);
        }
    }

    private void ofDial(String event, AmiMessage message) {
        ChannelHeaders dest = ChannelHeaders.dest(message);
        if (dest == null) {
            // The one of these events that has no called channel: a member that could not be called at all.
            if (message.find("DestChannel", 1) >= 0) {
                tainted(message, Oddity.TAINTED, "headers of the called channel cut, repeated or out of order");
            }
            return;
        }
        Channel called = known(dest);
        Channel caller = null;
        if (message.find("Channel", 1) >= 0) {
            ChannelHeaders headers = headers(message);
            caller = headers == null ? null : exchange.channel(headers.uniqueid());
            if (caller == null) {
                return;
            }
        }
        if (called == null) {
            return;
        }
        switch (event) {
            case "AgentCalled" -> called.queue = message.text("Queue");
            case "DialBegin" -> dialling.dialBegin(caller, called, message.text("DialString"));
            default -> {
                diverting.forwarded(called, message.text("Forward"));
                dialling.dialEnd(caller, called, message.text("DialStatus"));
            }
        }
    }

    private void ofRoom(AmiMessage message) {
        ChannelHeaders headers = headers(message);
        Channel channel = headers == null ? null : known(headers);
        if (channel != null) {
            diverting.conferenced(channel, message.text("Conference"));
        }
    }

    private void ofQueue(String event, AmiMessage message) {
        ChannelHeaders headers = headers(message);
        Channel caller = headers == null ? null : known(headers);
        String queue = message.one("Queue");
        if (caller == null || queue == null) {
            return;
        }
        switch (event) {
            case "QueueCallerJoin" -> queueing.joined(caller, queue, number(message.text("Position")));
            case "QueueCallerLeave" -> queueing.left(caller, queue);
            default -> caller.abandoned = true;
        }
    }

    private @Nullable ChannelHeaders headers(AmiMessage message) {
        ChannelHeaders headers = ChannelHeaders.of(message);
        if (headers == null) {
            tainted(message, Oddity.TAINTED, "channel headers cut, repeated or out of order");
        }
        return headers;
    }

    private @Nullable Channel known(ChannelHeaders headers) {
        String uniqueid = headers.uniqueid();
        Channel channel = exchange.channel(uniqueid);
        if (channel == null) {
            oddities.count(exchange.endedLately(uniqueid) ? Oddity.LATE : Oddity.UNKNOWN_CHANNEL);
        }
        return channel;
    }

    private void tainted(AmiMessage message, Oddity oddity, String reason) {
        oddities.count(oddity);
        out.message(message.receivedAt(), message.receivedAt(), Input.FromPbx.Origin.LIVE);
        String evidence = message.toString();
        out.put(new PbxEvent.Tainted(
                null, reason, evidence.length() > EVIDENCE ? evidence.substring(0, EVIDENCE) : evidence));
    }

    /// A party as the dialplan's own words give it.
    ///
    /// @param presentation `CALLERID(pres)`, empty when not said
    public static Party presented(String number, String name, String presentation) {
        String plain = Presented.unquoted(name);
        return presentation.isEmpty()
                ? Presented.party(number, plain)
                : new Party(number, plain, Presented.presentation(presentation));
    }

    private static int cause(AmiMessage message) {
        return number(message.text("Cause"));
    }

    static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 9) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
