package org.santral.phones.call;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.phones.loop.PhoneLoop;
import org.santral.phones.sip.ClientTransaction;
import org.santral.phones.sip.NameAddress;
import org.santral.phones.sip.RequestReceiver;
import org.santral.phones.sip.ResponseListener;
import org.santral.phones.sip.ServerTransaction;
import org.santral.phones.sip.SipEndpoint;
import org.santral.phones.sip.SipMessage;
import org.santral.phones.sip.SipText;
import org.santral.phones.speech.Speech;
import org.santral.phones.speech.Tone;

/// One device's SIP address with its calls. To be used on the loop only.
public final class Line implements RequestReceiver, AutoCloseable {
    private static final Duration KEPT_AFTER_END = Duration.ofSeconds(32);

    private final String device;
    private final Room room;
    private final InetSocketAddress local;
    private final InetSocketAddress pbx;
    private final Tone tone;
    private final LineOwner owner;
    private final SipEndpoint endpoint;
    private final Map<String, Leg> legs = new LinkedHashMap<>();

    public Line(String device, Room room, InetSocketAddress local, InetSocketAddress pbx, Tone tone, LineOwner owner) {
        this.device = device;
        this.room = room;
        this.local = local;
        this.pbx = pbx;
        this.tone = tone;
        this.owner = owner;
        endpoint = new SipEndpoint(room.loop(), local, this);
    }

    /// The calls that are not over, oldest first.
    public List<Leg> calls() {
        return legs.values().stream().filter(leg -> leg.phase() != Phase.ENDED).toList();
    }

    /// Ends that call in the way that fits how far it has come. False when it is over already.
    public boolean hangUp(String id) {
        Leg leg = legs.get(id);
        if (leg == null || leg.phase() == Phase.ENDED) {
            return false;
        }
        leg.hangUp();
        return true;
    }

    /// Calls `number` at the PBX.
    public OutgoingLeg call(Caller caller, String number) {
        String uri = uriOf(number);
        String mine = caller.withheld()
                ? "sip:anonymous@anonymous.invalid"
                : "sip:" + SipText.escapeUser(caller.number()) + "@" + endpoint.host();
        NameAddress from = NameAddress.of(SipText.toWire(caller.name()), mine);
        OutgoingLeg leg = new OutgoingLeg(this, Dialog.outgoing(endpoint, from, uri), new Parties(caller, number));
        legs.put(leg.id(), leg);
        leg.start();
        return leg;
    }

    @Override
    public void received(ServerTransaction transaction) {
        SipMessage request = transaction.request();
        String tag = request.to().parameter("tag");
        if (tag != null) {
            Leg leg = legs.get(request.callId());
            if (leg != null
                    && leg.phase() != Phase.ENDED
                    && leg.dialog.localTag().equals(tag)) {
                leg.received(transaction);
            } else {
                transaction.respond(481, "Call/Transaction Does Not Exist", tag);
            }
            return;
        }
        switch (request.method()) {
            case "INVITE" -> {
                if (request.first("Contact") == null) {
                    transaction.respond(400, "Contact Is Missing", SipEndpoint.newToken());
                    return;
                }
                IncomingLeg leg = new IncomingLeg(this, transaction);
                legs.put(leg.id(), leg);
                owner.offered(leg);
            }
            case "OPTIONS" ->
                transaction.respond(request.response(200, "OK").header("Allow", Leg.ALLOW), SipEndpoint.newToken());
            case "NOTIFY" ->
                asked(transaction, request.header("Event").split(";")[0].strip(), null);
            default ->
                transaction.respond(
                        request.response(405, "Method Not Allowed").header("Allow", Leg.ALLOW), SipEndpoint.newToken());
        }
    }

    void asked(ServerTransaction transaction, String event, @Nullable Leg leg) {
        String tag = leg == null ? SipEndpoint.newToken() : leg.dialog.localTag();
        if (!event.equals("talk") && !event.equals("hold")) {
            transaction.respond(489, "Bad Event", tag);
        } else if (owner.asked(event, leg)) {
            transaction.respond(200, "OK", tag);
        } else {
            transaction.respond(480, "No Such Call Here", tag);
        }
    }

    @Override
    public void acknowledged(SipMessage ack) {
        Leg leg = legs.get(ack.callId());
        if (leg != null) {
            leg.acknowledged(ack);
        }
    }

    void saw(Leg leg, What what, String detail) {
        room.truth().add(new Sighting(Instant.now(), what, leg.snapshot(), detail));
    }

    void over(Leg leg) {
        // Kept for a while: a repeated message of the call must still find its answer.
        room.loop().after(KEPT_AFTER_END, () -> legs.remove(leg.id(), leg));
        owner.ended(leg);
    }

    ClientTransaction request(SipMessage request, InetSocketAddress to, ResponseListener listener) {
        return endpoint.request(request, to, listener);
    }

    void send(SipMessage message, InetSocketAddress to) {
        endpoint.send(message, to);
    }

    AudioSession newAudio() {
        return new AudioSession(endpoint.host(), new Speech(room.clock(), local.getAddress(), tone));
    }

    String uriOf(String number) {
        return "sip:" + SipText.escapeUser(number) + "@" + pbx.getAddress().getHostAddress() + ":" + pbx.getPort();
    }

    SipEndpoint endpoint() {
        return endpoint;
    }

    Duration lookAfter() {
        return room.lookAfter();
    }

    PhoneLoop loop() {
        return room.loop();
    }

    public String device() {
        return device;
    }

    InetSocketAddress pbx() {
        return pbx;
    }

    /// As if its plug were pulled: nobody is told anything, and nobody is heard any more.
    public void die() {
        calls().forEach(leg -> leg.end(EndCause.LOST, 0, "the plug was pulled"));
        close();
    }

    /// Closes the socket; calls that are still up should have been hung up before.
    @Override
    public void close() {
        endpoint.close();
    }
}
