package org.santral.asterisk.translate;

import org.jspecify.annotations.Nullable;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;

/// One channel while it lives. A Local channel has no connection of its own: it is a wire between two others.
final class Channel {
    final String uniqueid;
    final ConnectionId connection;
    final DeviceId device;
    final boolean local;
    /// The link on which it was first seen: a snapshot closes only what an earlier link knew.
    int link;

    Group group;
    /// Told to the model as a connection.
    boolean told;
    /// It began the call and was not called.
    boolean originator;

    /// The exchange calls it on its own account (click-to-call), and has not said yet what for.
    boolean forItself;

    boolean alerting;
    boolean up;
    boolean joined;
    boolean held;
    boolean parked;
    boolean released;
    boolean hangupAsked;
    /// A phone it called has answered: that is why it leaves the queue.
    boolean answered;

    boolean abandoned;
    final Tape tape = new Tape();
    String dialStatus = "";
    /// It named another number to be called in its place.
    boolean forwarded;
    /// Somebody else took over what rang here.
    boolean takenOver;

    @Nullable
    String queue;

    @Nullable
    String waitsIn;

    /// In the queue, as it was told.
    int position;

    @Nullable
    Bridge bridge;
    /// The conference room whose company was told last.
    @Nullable
    Bridge conference;
    /// The other end of a Local channel.
    @Nullable
    Channel twin;
    /// On whose behalf it is called: the same, or who called the Local channel in between.
    @Nullable
    Channel behalf;
    /// The channel that calls this one.
    @Nullable
    Channel caller;

    Channel(String uniqueid, ConnectionId connection, DeviceId device, boolean local, Group group) {
        this.uniqueid = uniqueid;
        this.connection = connection;
        this.device = device;
        this.local = local;
        this.group = group;
    }
}
