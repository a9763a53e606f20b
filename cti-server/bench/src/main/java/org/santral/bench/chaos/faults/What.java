package org.santral.bench.chaos.faults;

/// What can go wrong, and with which part.
public enum What {
    /// The connection of the manager interface ends, and may begin again at once.
    LINK_CUT(Part.LINK, 0, 0),
    /// Nobody reaches the manager interface for a while.
    LINK_AWAY(Part.LINK, 2, 8),
    /// The connection is there and nothing passes: half-open.
    LINK_STILL(Part.LINK, 4, 16),
    LINK_SLOW(Part.LINK, 4, 10),
    /// The exchange throws the server out: `manager kick`, which needs somebody to throw out and an exchange to do it.
    LINK_KICKED(Part.EXCHANGE, 0, 0),
    /// kill -9, started again at once.
    SERVER_KILLED(Part.SERVER, 0, 0),
    /// Stopped as an administrator does, started again after a while.
    SERVER_AWAY(Part.SERVER, 3, 12),
    DATABASE_AWAY(Part.DATABASE, 3, 12),
    /// kill -9; it comes back by itself.
    DATABASE_KILLED(Part.DATABASE, 0, 0),
    /// `core restart now`
    EXCHANGE_RESTARTED(Part.EXCHANGE, 0, 0),
    /// kill -9, started again at once.
    EXCHANGE_KILLED(Part.EXCHANGE, 0, 0),
    /// It stands still with its sockets open: SIGSTOP.
    EXCHANGE_FROZEN(Part.EXCHANGE, 1, 3),
    /// `core reload`
    EXCHANGE_RELOADED(Part.EXCHANGE, 0, 0);

    /// Two faults at once hit two different parts.
    enum Part {
        LINK,
        SERVER,
        DATABASE,
        EXCHANGE
    }

    private final Part part;
    private final int shortest;
    private final int longest;

    What(Part part, int shortest, int longest) {
        this.part = part;
        this.shortest = shortest;
        this.longest = longest;
    }

    Part part() {
        return part;
    }

    /// In seconds; 0 when it is over at once.
    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }

    /// Every call of that moment is lost with it.
    public boolean endsCalls() {
        return this == EXCHANGE_RESTARTED || this == EXCHANGE_KILLED;
    }
}
