package org.santral.bench.ingest;

import java.util.Map;
import org.santral.bench.ThreadTime;

/// Somebody who listens to the stand-in exchange.
interface Reader extends AutoCloseable {
    /// Logs in; afterwards every event sent is counted.
    void listen(int port) throws Exception;

    /// How many events have come out at the far end so far.
    long seen();

    /// What came of it, for the context of the figures; read when the bursts are over.
    Map<String, String> made();

    /// The threads that do its work.
    ThreadTime cpu();

    @Override
    void close();
}
