package org.santral.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Copies of recorded calls, so many at a time, as bytes ready to be sent.
public final class Traffic {

    private final List<RecordedCall> calls;
    private final int atOnce;

    /// @param atOnce how many copies of each recording are alive together
    public Traffic(List<RecordedCall> calls, int atOnce) {
        this.calls = List.copyOf(calls);
        this.atOnce = atOnce;
    }

    /// Hands out `events` events or a few more, because no call is left half told, in chunks of one round of copies.
    ///
    /// @param chunks takes the bytes of a chunk and how many events are in it
    /// @return how many calls were told
    public long write(long events, BiConsumer<byte[], Integer> chunks) {
        long copy = 0;
        long written = 0;
        while (written < events) {
            for (RecordedCall call : calls) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
                for (int event = 0; event < call.events().size(); event++) {
                    for (int i = 0; i < atOnce; i++) {
                        call.write(event, copy + i, bytes);
                    }
                }
                copy += atOnce;
                int told = call.events().size() * atOnce;
                written += told;
                chunks.accept(bytes.toByteArray(), told);
            }
        }
        return written;
    }

    /// All of it in memory, for a burst that must not wait for its sender.
    public List<byte[]> burst(long events) {
        List<byte[]> chunks = new ArrayList<>();
        write(events, (bytes, told) -> chunks.add(bytes));
        return chunks;
    }
}
