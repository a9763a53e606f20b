package org.santral.bench.ingest;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.santral.bench.ThreadTime;

/// Asterisk-Java's event session with the cheapest listener there can be: it counts.
final class AsteriskJavaReader implements Reader {
    private final LongAdder seen = new LongAdder();
    private DefaultManagerConnection connection = new DefaultManagerConnection();

    @Override
    public void listen(int port) throws Exception {
        connection = new DefaultManagerConnection("127.0.0.1", port, "bench", "bench");
        connection.addEventListener(_ -> seen.increment());
        connection.login();
    }

    @Override
    public long seen() {
        return seen.sum();
    }

    @Override
    public Map<String, String> made() {
        return Map.of("made", "event objects, some of them twice under an older name; no calls, no cards");
    }

    @Override
    public ThreadTime cpu() {
        return new ThreadTime(name -> name.startsWith("Asterisk-Java"));
    }

    @Override
    public void close() {
        connection.logoff();
    }
}
