package org.santral.bench.ingest;

import org.santral.bench.ThreadTime;

/// Somebody who listens to the stand-in exchange.
interface Reader extends AutoCloseable {
    /// Logs in; afterwards every event sent is counted.
    void listen(int port) throws Exception;

    /// How many events have come out at the far end so far.
    long seen();

    /// The threads that do its work.
    ThreadTime cpu();

    @Override
    void close();
}
