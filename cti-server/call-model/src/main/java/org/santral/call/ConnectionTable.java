package org.santral.call;

import static org.santral.call.ConnectionState.ALERTING;
import static org.santral.call.ConnectionState.CONNECTED;
import static org.santral.call.ConnectionState.HELD;
import static org.santral.call.ConnectionState.INITIATED;
import static org.santral.call.ConnectionState.NULL;
import static org.santral.call.ConnectionState.PARKED;
import static org.santral.call.ConnectionState.QUEUED;

/// How a connection lives. Rows that stay where they are stand for what repeats lawfully; a repetition that
/// means nothing new (`DELIVERED` while it rings) is not listed and is reported as a duplicate.
public final class ConnectionTable {
    public static final TransitionTable<ConnectionState, ConnectionStep> TABLE = TransitionTable.of(
                    ConnectionState.class, ConnectionStep.class)
            .add(NULL, ConnectionStep.ORIGINATED, INITIATED)
            .add(NULL, ConnectionStep.OFFERED, INITIATED)
            //
            .add(INITIATED, ConnectionStep.DELIVERED, ALERTING)
            .add(INITIATED, ConnectionStep.ESTABLISHED, CONNECTED)
            .add(INITIATED, ConnectionStep.QUEUED, QUEUED)
            .add(INITIATED, ConnectionStep.JOINED, CONNECTED)
            .add(INITIATED, ConnectionStep.CLEARED, NULL)
            //
            .add(ALERTING, ConnectionStep.ESTABLISHED, CONNECTED)
            // Its answer was not seen, but it is heard: it has answered.
            .add(ALERTING, ConnectionStep.JOINED, CONNECTED)
            .add(ALERTING, ConnectionStep.CLEARED, NULL)
            //
            .add(CONNECTED, ConnectionStep.JOINED, CONNECTED)
            .add(CONNECTED, ConnectionStep.PARTED, CONNECTED)
            .add(CONNECTED, ConnectionStep.HELD, HELD)
            // A phone that transfers by REFER may take the party back from a hold nobody announced.
            .add(CONNECTED, ConnectionStep.RETRIEVED, CONNECTED)
            .add(CONNECTED, ConnectionStep.QUEUED, QUEUED)
            .add(CONNECTED, ConnectionStep.CLEARED, NULL)
            //
            .add(HELD, ConnectionStep.RETRIEVED, CONNECTED)
            .add(HELD, ConnectionStep.JOINED, HELD)
            .add(HELD, ConnectionStep.PARTED, HELD)
            .add(HELD, ConnectionStep.CLEARED, NULL)
            //
            .add(QUEUED, ConnectionStep.QUEUED, QUEUED)
            .add(QUEUED, ConnectionStep.ESTABLISHED, QUEUED)
            .add(QUEUED, ConnectionStep.DEQUEUED, CONNECTED)
            .add(QUEUED, ConnectionStep.DEQUEUED_UNANSWERED, INITIATED)
            .add(QUEUED, ConnectionStep.JOINED, CONNECTED)
            .add(QUEUED, ConnectionStep.CLEARED, NULL)
            //
            .add(CONNECTED, ConnectionStep.PARKED, PARKED)
            // The exchange tells that it is parked before it tells that it is no longer heard
            // (trace incoming-parked-timed-out).
            .add(PARKED, ConnectionStep.PARTED, PARKED)
            .add(PARKED, ConnectionStep.UNPARKED, CONNECTED)
            // Who fetches it is heard before the exchange tells that it was fetched
            // (trace incoming-parked-retrieved).
            .add(PARKED, ConnectionStep.JOINED, CONNECTED)
            .add(CONNECTED, ConnectionStep.UNPARKED, CONNECTED)
            .add(PARKED, ConnectionStep.CLEARED, NULL)
            .build();

    private ConnectionTable() {}
}
