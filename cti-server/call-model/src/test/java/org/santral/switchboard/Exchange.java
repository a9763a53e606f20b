package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Input.FromPbx.Origin;

/// Speaks the events of an exchange, each 100 ms after the one before.
final class Exchange {
    static final PbxId PBX = new PbxId("pbx1");
    private static final Duration STEP = Duration.ofMillis(100);

    private final Map<String, DeviceId> devices = new HashMap<>();
    private Instant now = Instant.parse("2026-11-21T19:00:00Z");
    private CallId call = new CallId(PBX, "1.0");
    private Origin origin = Origin.LIVE;

    /// The events from here on belong to this call.
    Exchange call(String id) {
        call = new CallId(PBX, id);
        return this;
    }

    Exchange fromSnapshot() {
        origin = Origin.SNAPSHOT;
        return this;
    }

    CallId call() {
        return call;
    }

    Instant tick() {
        now = now.plus(STEP);
        return now;
    }

    Exchange pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    Input originated(String connection, String device, String number, String dialled) {
        return originated(connection, device, new Party(number, "", Party.Presentation.ALLOWED), dialled);
    }

    Input originated(String connection, String device, Party from, String dialled) {
        return of(new PbxEvent.Originated(call, id(connection), device(connection, device), from, dialled));
    }

    Input offered(String connection, String device, @Nullable String by, @Nullable String queue) {
        String number = device.substring(device.indexOf('/') + 1);
        return of(new PbxEvent.Offered(
                call, id(connection), device(connection, device), by == null ? null : id(by), queue, number));
    }

    Input delivered(String connection) {
        return of(new PbxEvent.Delivered(call, id(connection), device(connection)));
    }

    Input established(String connection) {
        return of(new PbxEvent.Established(call, id(connection), device(connection)));
    }

    Input joined(String connection, String peer) {
        return of(new PbxEvent.Joined(call, id(connection), List.of(id(peer))));
    }

    Input queued(String connection, String queue) {
        return of(new PbxEvent.Queued(call, id(connection), queue, 1));
    }

    Input transferred(String connection, String number) {
        return of(new PbxEvent.Transferred(call, id(connection), PbxEvent.Transferred.Kind.BLIND, null, null, number));
    }

    Input cleared(String connection) {
        return cleared(connection, ClearCause.NORMAL, false);
    }

    Input cleared(String connection, ClearCause cause, boolean byParty) {
        return of(new PbxEvent.ConnectionCleared(call, id(connection), device(connection), cause, 16, byParty));
    }

    Input of(PbxEvent event) {
        Instant at = tick();
        return new Input.FromPbx(event, at, at, origin);
    }

    ConnectionId id(String connection) {
        return new ConnectionId(PBX, connection);
    }

    private DeviceId device(String connection, String name) {
        return devices.computeIfAbsent(connection, unused -> new DeviceId(PBX, name));
    }

    private DeviceId device(String connection) {
        return device(connection, "PJSIP/unknown");
    }
}
