package org.santral.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxEvent;

/// One party's part in a call as it is now, and the times of its turns.
public final class Connection {
    private final ConnectionId id;
    private final DeviceId device;
    private final @Nullable String offeredByQueue;
    private final String number;
    private int place;
    private final Instant startedAt;

    private ConnectionState state = ConnectionState.NULL;
    private boolean joined;
    /// Who is in the same one hears each other, 0 is none.
    private int room;

    private boolean inConference;
    private @Nullable String waitingIn;
    private @Nullable Instant ringingAt;
    private @Nullable Instant answeredAt;
    private @Nullable Instant endedAt;
    private @Nullable ClearCause cause;
    private int q850;
    private boolean endedByParty;
    private final StopClock talk = new StopClock();
    private final StopClock held = new StopClock();

    private Connection(
            ConnectionId id, DeviceId device, @Nullable String queue, String number, int place, Instant startedAt) {
        this.id = id;
        this.device = device;
        this.offeredByQueue = queue;
        this.number = number;
        this.place = place;
        this.startedAt = startedAt;
    }

    static Connection of(PbxEvent.Originated event, DeviceId device, int place, Instant at) {
        return new Connection(event.connection(), device, null, event.from().number(), place, at);
    }

    static Connection of(PbxEvent.Offered event, DeviceId device, int place, Instant at) {
        return new Connection(event.connection(), device, event.queue(), event.number(), place, at);
    }

    /// @return false when the table has no such row; then nothing has changed
    boolean step(ConnectionStep step, Transitions<ConnectionState, ConnectionStep> table, Instant at) {
        ConnectionState next = table.next(state, step);
        if (next == null) {
            return false;
        }
        state = next;
        switch (step) {
            case DELIVERED -> ringingAt = at;
            case ESTABLISHED -> answered(at);
            case JOINED -> {
                answered(at);
                joined = true;
            }
            case PARTED -> leaves();
            case CLEARED -> {
                leaves();
                endedAt = at;
            }
            case ORIGINATED, OFFERED, HELD, RETRIEVED, QUEUED, DEQUEUED, DEQUEUED_UNANSWERED, PARKED, UNPARKED -> {}
        }
        if (state != ConnectionState.QUEUED) {
            waitingIn = null;
        }
        talk.run(joined && state != ConnectionState.HELD, at);
        held.run(state == ConnectionState.HELD, at);
        return true;
    }

    private void leaves() {
        joined = false;
        room = 0;
    }

    private void answered(Instant at) {
        if (answeredAt == null) {
            answeredAt = at;
        }
    }

    void ended(PbxEvent.ConnectionCleared event) {
        cause = event.cause();
        q850 = event.q850();
        endedByParty = event.byParty();
    }

    void moveTo(int newPlace, int roomsTaken) {
        place = newPlace;
        room = room == 0 ? 0 : room + roomsTaken;
    }

    void enters(int newRoom) {
        room = newRoom;
    }

    int room() {
        return room;
    }

    void waitsIn(String queue) {
        waitingIn = queue;
    }

    public ConnectionId id() {
        return id;
    }

    public DeviceId device() {
        return device;
    }

    /// @return the queue that called this member, null outside queues
    public @Nullable String offeredByQueue() {
        return offeredByQueue;
    }

    public String number() {
        return number;
    }

    int place() {
        return place;
    }

    public ConnectionState state() {
        return state;
    }

    public boolean live() {
        return endedAt == null;
    }

    public boolean joined() {
        return joined;
    }

    public boolean conversing() {
        return room != 0 && state != ConnectionState.HELD;
    }

    void conferenced() {
        inConference = true;
    }

    /// @return whether it came into a conference room, where parties of other calls may hear it
    boolean inConference() {
        return inConference;
    }

    /// @return the queue this party waits in, null when it waits in none
    public @Nullable String waitingIn() {
        return waitingIn;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant ringingAt() {
        return ringingAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable ClearCause cause() {
        return cause;
    }

    public int q850() {
        return q850;
    }

    public boolean endedByParty() {
        return endedByParty;
    }

    public long talkMillis(Instant at) {
        return talk.millis(at);
    }

    public long heldMillis(Instant at) {
        return held.millis(at);
    }
}
