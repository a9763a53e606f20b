package org.santral.bench.pop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.santral.bench.house.DeskSockets;

/// Waits at every desk for the card of the call that rings there, and takes the times.
final class Watch implements DeskSockets.Listener {
    private final AtomicReferenceArray<@Nullable Ringing> ringing;
    private final Queue<Ringing> all = new ConcurrentLinkedQueue<>();
    private final AtomicInteger snapshots = new AtomicInteger();
    private final AtomicInteger gone = new AtomicInteger();
    private final ArrayDeque<Integer> idle = new ArrayDeque<>();

    /// One call at one desk. Written before its bytes leave by one thread, after that by the desks' thread
    /// alone.
    private static final class Ringing {
        private final String number;
        private final String name;
        private final long began;
        private volatile long shown;
        private volatile long recognised;
        private volatile int bytes;

        private Ringing(String number, String name, long began) {
            this.number = number;
            this.name = name;
            this.began = began;
        }
    }

    Watch(int desks) {
        ringing = new AtomicReferenceArray<>(desks);
        for (int desk = 0; desk < desks; desk++) {
            idle.add(desk);
        }
    }

    /// @param frameBytes of the mean first card
    record Seen(Times shown, Times recognised, int calls, int frameBytes) {
        int neverShown() {
            return calls - shown.nanos().length;
        }

        int neverRecognised() {
            return calls - recognised.nanos().length;
        }
    }

    /// A desk without a call, the one that has been so longest.
    int takeIdle() {
        Integer desk = idle.poll();
        if (desk == null) {
            throw new IllegalStateException("more calls at the same time than desks: lower the rate");
        }
        return desk;
    }

    void giveBack(int desk) {
        idle.add(desk);
    }

    /// From now on the time of this call runs.
    void rings(int desk, String number, String name) {
        Ringing call = new Ringing(number, name, System.nanoTime());
        all.add(call);
        ringing.set(desk, call);
    }

    @Override
    public void heard(int desk, String text, long at) {
        if (text.startsWith("{\"type\":\"snapshot\"")) {
            snapshots.incrementAndGet();
        }
        Ringing call = ringing.get(desk);
        if (call == null
                || !text.startsWith("{\"type\":\"pop\"")
                || !text.contains("\"state\":\"RINGING\"")
                || !text.contains("\"number\":\"" + call.number + '"')) {
            return;
        }
        if (call.shown == 0) {
            call.bytes = text.length();
            call.shown = at - call.began;
        }
        if (call.recognised == 0 && text.contains("\"name\":\"" + call.name + '"')) {
            call.recognised = at - call.began;
        }
    }

    @Override
    public void left(int desk) {
        gone.incrementAndGet();
    }

    int snapshots() {
        return snapshots.get();
    }

    /// Desks that the server has closed so far.
    int gone() {
        return gone.get();
    }

    /// Everything since it was asked last.
    Seen seen() {
        List<Ringing> calls = new ArrayList<>();
        for (Ringing call = all.poll(); call != null; call = all.poll()) {
            calls.add(call);
        }
        return new Seen(
                new Times(calls.stream()
                        .mapToLong(call -> call.shown)
                        .filter(time -> time > 0)
                        .toArray()),
                new Times(calls.stream()
                        .mapToLong(call -> call.recognised)
                        .filter(time -> time > 0)
                        .toArray()),
                calls.size(),
                (int) calls.stream()
                        .mapToInt(call -> call.bytes)
                        .filter(bytes -> bytes > 0)
                        .average()
                        .orElse(0));
    }
}
