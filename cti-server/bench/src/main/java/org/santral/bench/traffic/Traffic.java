package org.santral.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Copies of recorded calls, so many at a time, as bytes ready to be sent.
public final class Traffic {

    private final List<RecordedCall> calls;
    private final int atOnce;
    private long copies;

    /// @param atOnce how many copies of each recording are alive together
    public Traffic(List<RecordedCall> calls, int atOnce) {
        this.calls = List.copyOf(calls);
        this.atOnce = atOnce;
    }

    /// @param events how many are in the chunks
    /// @param calls how many calls they tell
    public record Burst(List<byte[]> chunks, long events, long calls) {}

    /// At least so many events, in memory, for a burst that must not wait for its sender. No call is left half
    /// told, and no id of an earlier burst comes back.
    public Burst burst(long atLeast) {
        List<byte[]> chunks = new ArrayList<>();
        long events = 0;
        long before = copies;
        while (events < atLeast) {
            for (RecordedCall call : calls) {
                chunks.add(round(call));
                events += (long) call.events().size() * atOnce;
            }
        }
        return new Burst(chunks, events, copies - before);
    }

    /// Copies of one call that happen at the same time: every first event, then every second, and so on.
    private byte[] round(RecordedCall call) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        for (int event = 0; event < call.events().size(); event++) {
            for (int i = 0; i < atOnce; i++) {
                call.write(event, copies + i, bytes);
            }
        }
        copies += atOnce;
        return bytes.toByteArray();
    }
}
