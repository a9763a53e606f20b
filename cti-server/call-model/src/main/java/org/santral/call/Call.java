package org.santral.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxEvent.Dequeued;

/// A call from its first connection to its last: who is in it, what they do, and for how long people really
/// talked.
public final class Call {
    /// A queue that rings its members in turn for an hour makes hundreds of connections: beyond this many, the
    /// oldest that nobody answered are counted and let go.
    private static final int CONNECTIONS_KEPT = 128;

    private final CallId id;
    private final Instant startedAt;
    private final Transitions<ConnectionState, ConnectionStep> table;
    private final List<Connection> connections = new ArrayList<>(4);
    private final Story story = new Story();
    private final StopClock conversation = new StopClock();

    private Direction direction;
    private @Nullable Connection origin;
    private @Nullable Connection outside;
    private @Nullable String did;
    private @Nullable String queue;
    private Dequeued.@Nullable Reason leftQueue;
    private @Nullable Instant answeredAt;
    private @Nullable Instant endedAt;
    private boolean facesNobody;
    private int live;
    private int places;
    private int leftOut;
    private int rooms;

    public Call(CallId id, Direction direction, Instant at, Transitions<ConnectionState, ConnectionStep> table) {
        this.id = id;
        this.direction = direction;
        this.startedAt = at;
        this.table = table;
    }

    /// @param device the event's, as the caller of this method keeps it: one object for all calls
    public Connection begin(PbxEvent.Originated event, DeviceId device, Instant at) {
        var connection = Connection.of(event, device, places++, at);
        add(connection, ConnectionStep.ORIGINATED, at);
        if (origin == null && connections.size() == 1) {
            origin = connection;
        }
        return connection;
    }

    /// @param device the event's, as the caller of this method keeps it: one object for all calls
    public Connection offer(PbxEvent.Offered event, DeviceId device, Instant at) {
        var connection = Connection.of(event, device, places++, at);
        add(connection, ConnectionStep.OFFERED, at);
        // The exchange calls on its own account: the phone it calls first is the one that wants to talk.
        if (event.by() == null && connections.size() == 1) {
            origin = connection;
        }
        return connection;
    }

    private void add(Connection connection, ConnectionStep step, Instant at) {
        if (connections.size() >= CONNECTIONS_KEPT) {
            leaveOneOut();
        }
        connections.add(connection);
        live++;
        step(connection, step, at);
    }

    /// @return false when the table has no such row; then nothing has changed
    public boolean step(Connection connection, ConnectionStep step, Instant at) {
        boolean allowed = connection.step(step, table, at);
        if (!allowed) {
            return false;
        }
        story.add(Story.millisBetween(startedAt, at), connection.place(), step, connection.state());
        boolean answers = step == ConnectionStep.ESTABLISHED || step == ConnectionStep.JOINED;
        if (answeredAt == null && answers && connection != origin && connection.answeredAt() != null) {
            answeredAt = at;
        }
        inCompany(connection, at);
        conversation.run(conversing(), at);
        return true;
    }

    /// @param peers whom it hears and who hear it
    public boolean joined(Connection connection, List<ConnectionId> peers, Instant at) {
        int before = connection.room();
        int room = roomOf(peers);
        connection.enters(room);
        if (!step(connection, ConnectionStep.JOINED, at)) {
            connection.enters(before);
            return false;
        }
        // Whom it hears is there too, also where that was not told.
        for (Connection other : connections) {
            if (other.live() && other.room() == 0 && peers.contains(other.id())) {
                other.enters(room);
            }
        }
        conversation.run(conversing(), at);
        return true;
    }

    private int roomOf(List<ConnectionId> peers) {
        for (Connection connection : connections) {
            if (connection.room() != 0 && peers.contains(connection.id())) {
                return connection.room();
            }
        }
        return ++rooms;
    }

    public boolean queued(Connection connection, String name, Instant at) {
        if (!step(connection, ConnectionStep.QUEUED, at)) {
            return false;
        }
        connection.waitsIn(name);
        queue = name;
        leftQueue = null;
        return true;
    }

    /// The connection is in a conference room, with whoever else is there.
    public void conferenced(Connection connection, Instant at) {
        connection.conferenced();
        inCompany(connection, at);
        conversation.run(conversing(), at);
    }

    /// Nobody answers in a conference room: the call is answered when somebody else is there.
    private void inCompany(Connection connection, Instant at) {
        if (answeredAt == null && connection.inConference() && connection.joined()) {
            answeredAt = at;
        }
    }

    public boolean dequeued(Connection connection, Dequeued.Reason reason, Instant at) {
        var step = connection.answeredAt() == null ? ConnectionStep.DEQUEUED_UNANSWERED : ConnectionStep.DEQUEUED;
        if (!step(connection, step, at)) {
            return false;
        }
        leftQueue = reason;
        return true;
    }

    public void clear(Connection connection, PbxEvent.ConnectionCleared event, Instant at) {
        connection.ended(event);
        step(connection, ConnectionStep.CLEARED, at);
        live--;
        if (live == 0) {
            endedAt = at;
        }
    }

    private void leaveOneOut() {
        for (int i = 0; i < connections.size(); i++) {
            var connection = connections.get(i);
            if (connection != origin && !connection.live() && connection.answeredAt() == null) {
                connections.remove(i);
                leftOut++;
                return;
            }
        }
    }

    /// Takes over the connections of a call that turned out to be this one.
    public void absorb(Call other, Instant at) {
        for (Connection connection : other.connections) {
            connection.moveTo(places++, rooms);
            connections.add(connection);
            live += connection.live() ? 1 : 0;
        }
        leftOut += other.leftOut;
        rooms += other.rooms;
        conversation.run(conversing(), at);
    }

    /// This call goes on as part of another; nothing more happens here.
    public void endAsPartOf(Instant at) {
        conversation.run(false, at);
        endedAt = at;
        live = 0;
    }

    /// Whom the site faces talks with somebody; what agents say to each other meanwhile or afterwards does not
    /// count.
    private boolean conversing() {
        Connection party = faced();
        if (direction != Direction.INTERNAL && party != null) {
            return converses(party);
        }
        for (int i = 0; i < connections.size(); i++) {
            if (converses(connections.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean converses(Connection one) {
        if (!one.conversing()) {
            return false;
        }
        if (one.inConference()) {
            return true;
        }
        for (int i = 0; i < connections.size(); i++) {
            var other = connections.get(i);
            if (other != one && other.conversing() && other.room() == one.room()) {
                return true;
            }
        }
        return false;
    }

    /// @return whether somebody hears whom the site faces
    public boolean callerTalks() {
        Connection party = faced();
        return party != null && converses(party);
    }

    /// @return whether this connection is heard by whom the site faces
    public boolean facesCaller(Connection connection) {
        Connection party = faced();
        return party != null && party != connection && party.room() != 0 && party.room() == connection.room();
    }

    /// One of our phones called this party outside.
    public void turnsOut(Connection party) {
        direction = Direction.OUTGOING;
        outside = party;
        facesNobody = false;
    }

    /// One of our phones wants to call outside; nobody there has been called yet.
    public void wantsOutside() {
        direction = Direction.OUTGOING;
        facesNobody = true;
    }

    /// @return whether the party outside that is wanted has not been called
    public boolean facesNobody() {
        return facesNobody;
    }

    public void cameInBy(String number) {
        did = number;
    }

    public CallId id() {
        return id;
    }

    public Direction direction() {
        return direction;
    }

    /// @return the party that wanted the call, null when its beginning was not seen
    public @Nullable Connection origin() {
        return origin;
    }

    /// @return whom the site faces: who called in, or who was called outside; of a call between colleagues the
    ///     one who called; null when nobody was called outside who was wanted
    public @Nullable Connection faced() {
        return facesNobody ? null : outside == null ? origin : outside;
    }

    public List<Connection> connections() {
        return Collections.unmodifiableList(connections);
    }

    public @Nullable String did() {
        return did;
    }

    /// @return the last queue a party of this call waited in
    public @Nullable String queue() {
        return queue;
    }

    /// @return how the last queue was left, null while somebody waits or none was entered
    public Dequeued.@Nullable Reason leftQueue() {
        return leftQueue;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /// @return when somebody else than the party that wanted the call answered
    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public boolean ended() {
        return endedAt != null;
    }

    public long talkMillis(Instant at) {
        return conversation.millis(at);
    }

    /// What the call lived through last, oldest first.
    public List<String> story() {
        return story.tell(this);
    }

    /// @return how many unanswered connections are no longer kept
    public int leftOut() {
        return leftOut;
    }

    String deviceOf(int place) {
        for (Connection connection : connections) {
            if (connection.place() == place) {
                return connection.device().name();
            }
        }
        return "?";
    }
}
