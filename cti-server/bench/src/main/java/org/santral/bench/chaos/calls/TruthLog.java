package org.santral.bench.chaos.calls;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.santral.phones.Carrier;
import org.santral.phones.call.Direction;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Sighting;
import tools.jackson.databind.json.JsonMapper;

/// Everything the phones saw, each sighting with the driven call it belongs to; also in a file, one JSON object
/// a line.
public final class TruthLog implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BufferedWriter file;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Driven> calls = new ArrayList<>();
    private final Map<String, Driven> byMark = new LinkedHashMap<>();
    private final Map<String, Driven> byDesk = new LinkedHashMap<>();
    private final Map<String, Driven> byLeg = new LinkedHashMap<>();
    private int strays;

    public TruthLog(Path file) throws IOException {
        this.file = Files.newBufferedWriter(file);
    }

    Driven begin(Kind kind) {
        lock.lock();
        try {
            int number = calls.size() + 1;
            Driven call = new Driven(number, kind, "%s%07d".formatted(kind.outgoing() ? "0935" : "0913", number));
            calls.add(call);
            byMark.put(call.mark(), call);
            return call;
        } finally {
            lock.unlock();
        }
    }

    /// What that desk dials from here on belongs to this call.
    void dialsFor(String desk, Driven call) {
        lock.lock();
        try {
            byDesk.put(desk, call);
        } finally {
            lock.unlock();
        }
    }

    /// In the order in which they were placed.
    public List<Driven> calls() {
        lock.lock();
        try {
            return List.copyOf(calls);
        } finally {
            lock.unlock();
        }
    }

    /// Sightings that belong to no driven call: 0 when all is well.
    public int strays() {
        lock.lock();
        try {
            return strays;
        } finally {
            lock.unlock();
        }
    }

    public void saw(Sighting sighting) {
        lock.lock();
        try {
            PhoneCall leg = sighting.call();
            String id = leg.id() + leg.device();
            Driven call = byLeg.get(id);
            if (call == null) {
                call = owner(leg);
                if (call != null) {
                    byLeg.put(id, call);
                }
            }
            write(sighting, call);
            if (call == null) {
                strays++;
            } else {
                call.saw(sighting);
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Driven owner(PhoneCall leg) {
        boolean outside = leg.device().equals(Carrier.DEVICE);
        boolean incoming = leg.direction() == Direction.INCOMING;
        if (outside != incoming) {
            Driven called = byMark.get(leg.caller().number());
            String asserted = leg.caller().asserted();
            if (called == null && asserted != null) {
                called = byMark.get(asserted);
            }
            return called != null ? called : byDesk.get(leg.caller().number());
        }
        String dialled = leg.parties().dialled();
        Driven called = byMark.get(!incoming && dialled.startsWith("9") ? dialled.substring(1) : dialled);
        return called != null ? called : byDesk.get(leg.device());
    }

    private void write(Sighting sighting, @Nullable Driven call) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", sighting.at().toString());
        line.put("call", call == null ? 0 : call.number());
        line.put("kind", call == null ? "" : call.kind().name());
        line.put("device", sighting.call().device());
        line.put("direction", sighting.call().direction().name());
        line.put("what", sighting.what().name());
        line.put("detail", sighting.detail());
        line.put("caller", sighting.call().caller().number());
        line.put("dialled", sighting.call().parties().dialled());
        line.put("leg", sighting.call().id());
        try {
            file.write(JSON.writeValueAsString(line));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("writing the truth", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
