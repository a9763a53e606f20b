package org.santral.switchboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.call.Connection;
import org.santral.call.ConnectionState;
import org.santral.site.Site;

/// A connection where it stands: in which call, at whose phone.
final class Leg {
    final Connection connection;
    final Site.@Nullable Phone phone;
    final int linkGeneration;
    final boolean seenLive;
    final boolean dialled;

    LiveCall in;

    @Nullable
    AgentId agent;

    /// The leg that rang at another phone, when this one took the call over.
    @Nullable
    Leg tookFrom;

    /// When it was put into the parking place it was in last.
    @Nullable
    Instant parkedAt;

    /// Who put it there, null when nobody sat there.
    @Nullable
    AgentId parkedBy;

    /// Who handed the call to this phone, or asks its agent before doing so; null when nobody does.
    @Nullable
    AgentId handedBy;

    /// A colleague in the call had this phone called: its agent speaks with that colleague first.
    boolean consulted;

    boolean talking;

    private Leg(LiveCall in, Connection connection, boolean dialled, Site.@Nullable Phone phone, Sight sight) {
        this.in = in;
        this.connection = connection;
        this.dialled = dialled;
        this.phone = phone;
        this.linkGeneration = sight.linkGeneration();
        this.seenLive = sight.live();
    }

    /// How it was first seen.
    ///
    /// @param linkGeneration how often the link had come and gone
    /// @param live false when it was concluded from a snapshot
    record Sight(int linkGeneration, boolean live) {}

    /// Of a party that began the call.
    static Leg dialled(LiveCall in, Connection connection, Site.@Nullable Phone phone, Sight sight) {
        return new Leg(in, connection, true, phone, sight);
    }

    /// Of a device that is called.
    static Leg called(LiveCall in, Connection connection, Site.@Nullable Phone phone, Sight sight) {
        return new Leg(in, connection, false, phone, sight);
    }

    boolean isOrigin() {
        return in.call.origin() == connection;
    }

    /// Whether its phone is in use by it: it dials, talks or holds. A phone that merely rings is not.
    boolean usesPhone() {
        return answered() || (dialled && connection.live());
    }

    boolean answered() {
        return switch (connection.state()) {
            case CONNECTED, HELD, QUEUED, PARKED -> true;
            case NULL, INITIATED, ALERTING, FAILED -> false;
        };
    }

    boolean rings() {
        return connection.state() == ConnectionState.ALERTING;
    }

    /// The extension; of a device that has none, the device.
    String name() {
        return phone == null ? connection.device().name() : phone.extension();
    }

    @Nullable
    String extension() {
        return phone == null ? null : phone.extension();
    }
}
