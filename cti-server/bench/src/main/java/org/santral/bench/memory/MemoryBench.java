package org.santral.bench.memory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.translate.AsteriskTranslator;
import org.santral.bench.Figure;
import org.santral.bench.traffic.RecordedCall;
import org.santral.caller.LookUp;
import org.santral.lines.Lines;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// Ten thousand calls that all talk at the same time, then all end: the heap of translator and model before,
/// with and after.
public final class MemoryBench {
    private static final int CALLS = 10_000;
    private static final double TARGET = 4096;

    /// The heap grows by ever less over the first of them and then stays.
    private static final int ROUNDS_BEFORE = 7;

    private final RecordedCall recording;
    private final Switchboard switchboard = new Switchboard(new PbxId("pbx1"));
    private final AsteriskTranslator translator =
            new AsteriskTranslator(new PbxId("pbx1"), new Oddities(), this::apply);
    private int passed = 10 * CALLS;
    /// Every copy happens a moment after the one before, so that what is kept for some seconds can go.
    private Instant now = Instant.parse("2026-11-21T18:00:00Z");

    private MemoryBench(RecordedCall recording) {
        this.recording = recording;
    }

    public static List<Figure> figures(RecordedCall recording, Path site) throws IOException {
        MemoryBench bench = new MemoryBench(recording);
        for (String line : Files.readAllLines(site)) {
            if (!line.isBlank()) {
                bench.switchboard.apply(Lines.readInput(line));
            }
        }
        int talking = bench.firstGoodbye();
        int all = recording.events().size();
        for (int round = 0; round < ROUNDS_BEFORE; round++) {
            bench.round((2 + round) * CALLS, talking, all);
        }
        long before = heap();
        bench.tell(CALLS, CALLS, 0, talking);
        int live = bench.switchboard.liveCalls();
        long with = heap();
        bench.tell(CALLS, CALLS, talking, all);
        bench.pass(all);
        long after = heap();
        Map<String, String> context = Map.of(
                "live_calls", Integer.toString(live),
                "live_calls_left", Integer.toString(bench.switchboard.liveCalls()),
                "heap_before", Long.toString(before),
                "heap_with", Long.toString(with),
                "heap_after", Long.toString(after));
        return List.of(
                Figure.atMost(TARGET, "memory.live_call_bytes", (with - before) / (double) CALLS, "bytes", context),
                Figure.atMost(
                        16, "memory.ended_call_bytes", Math.max(0, after - before) / (double) CALLS, "bytes", context));
    }

    /// Whole rounds come first: tables that have grown stay grown, once, and the JVM's own things settle.
    private void round(int firstCopy, int talking, int all) {
        tell(firstCopy, CALLS, 0, talking);
        tell(firstCopy, CALLS, talking, all);
        pass(all);
    }

    private int firstGoodbye() {
        for (int event = 0; event < recording.events().size(); event++) {
            if (recording.events().get(event).name().contains("Hangup")) {
                return event;
            }
        }
        throw new IllegalArgumentException("the recording has no end");
    }

    private void tell(int firstCopy, int copies, int from, int to) {
        for (int copy = firstCopy; copy < firstCopy + copies; copy++) {
            for (int event = from; event < to; event++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                recording.write(event, copy, bytes);
                String untimed =
                        bytes.toString(StandardCharsets.ISO_8859_1).strip().replaceAll("Timestamp: \\S+\r\n", "");
                now = now.plusNanos(100_000);
                translator.take(new AmiMessage(untimed.getBytes(StandardCharsets.ISO_8859_1), now));
            }
        }
    }

    /// Ten minutes later there is one more call: what was kept for some seconds goes now.
    private void pass(int all) {
        now = now.plusSeconds(600);
        tell(passed++, 1, 0, all);
    }

    private void apply(Input input) {
        for (Effect effect : switchboard.apply(input)) {
            if (effect instanceof Effect.LookUpCaller asked) {
                String number = asked.caller().number();
                apply(new Input.CallerLookedUp(asked.call(), number, new LookUp.NotFound(number, number), input.at()));
            }
        }
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
