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

    boolean alerting;
    boolean up;
    boolean joined;
    boolean held;
    boolean released;
    boolean hangupAsked;
    /// A phone it called has answered: that is why it leaves the queue.
    boolean answered;

    boolean abandoned;
    final Tape tape = new Tape();
    String dialStatus = "";

    @Nullable
    String queue;

    @Nullable
    String waitsIn;

    /// In the queue, as it was told.
    int position;

    @Nullable
    Bridge bridge;
    /// The other end of a Local channel.
    @Nullable
    Channel twin;
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
