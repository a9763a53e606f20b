package org.santral.server.loop;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.santral.agent.AgentId;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.history.CallRecord;
import org.santral.lines.Lines;
import org.santral.pbx.CallId;
import org.santral.server.journal.Entry;
import org.santral.server.journal.Journal;
import org.santral.server.journal.JournalReading;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;

/// The program that `KilledAgainAndAgainTest` kills: a loop over a real journal of small segments, which is told
/// messages one by one and has a slow database.
final class KilledLoop {
    /// A header that the test gives each message: what the journal knows is found by it.
    private static final Pattern NUMBER = Pattern.compile("TestNumber: (\\d+)");

    private final Path folder;
    private final Map<CallId, CallRecord> unwritten = new HashMap<>();

    private KilledLoop(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        new KilledLoop(Path.of(args[0])).run();
    }

    private void run() throws Exception {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(System.out);
        boolean fresh = !Files.exists(folder.resolve("journal"));
        int known = lastKnown();
        PbxLoop loop = new PbxLoop(
                PbxLoop.Ears.of(Recorded.PBX),
                new Journal(folder.resolve("journal"), 6_000, 40_000),
                new Inbox(1000, folder.resolve("spill")),
                new SlowDatabase());
        loop.replay();
        if (fresh) {
            Instant now = Instant.parse("2026-11-21T18:00:00Z");
            loop.put(new Input.SiteSet(Recorded.PBX, Recorded.site(), now));
            loop.put(new Input.LinkUp(Recorded.PBX, false, now));
            loop.put(new Input.AgentSignedOn(new AgentId("sara"), "1001", now));
            loop.put(new Input.AgentSignedOn(new AgentId("omid"), "1002", now));
        }
        loop.start();
        Thread.ofPlatform().daemon().start(this::write);
        loop.run(() -> {}).get(20, TimeUnit.SECONDS);
        out.writeInt(known);
        out.flush();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            byte[] bytes = in.readNBytes(length);
            loop.put(List.of(new AmiMessage(bytes, Instant.now())));
            loop.run(() -> {}).get(20, TimeUnit.SECONDS);
            out.writeInt(0);
            out.flush();
        }
        while (!isWritten()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        loop.close();
    }

    private int lastKnown() throws IOException {
        int[] last = {-1};
        JournalReading.all(folder.resolve("journal"), 0, entry -> {
            Matcher found = NUMBER.matcher(entry.text());
            if (entry.kind() == Entry.Kind.LINE && found.find()) {
                last[0] = Math.max(last[0], Integer.parseInt(found.group(1)));
            }
        });
        return last[0];
    }

    private boolean isWritten() {
        synchronized (unwritten) {
            return unwritten.isEmpty();
        }
    }

    /// Every 40 ms what waits is committed, as one.
    private void write() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(40);
                Map<CallId, CallRecord> batch;
                synchronized (unwritten) {
                    batch = Map.copyOf(unwritten);
                }
                // A line that the last kill tore is not to tear this one.
                StringBuilder lines = new StringBuilder("\n");
                batch.values()
                        .forEach(record -> lines.append(Lines.write(new Effect.RecordCall(record)))
                                .append('\n'));
                Files.writeString(
                        folder.resolve("database"),
                        lines,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                synchronized (unwritten) {
                    batch.forEach(unwritten::remove);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class SlowDatabase implements Carrier {
        @Override
        public void show(Effect effect) {}

        @Override
        public void carry(Effect effect, boolean live) {
            if (effect instanceof Effect.RecordCall(CallRecord record)) {
                synchronized (unwritten) {
                    unwritten.merge(
                            record.call(), record, (old, next) -> next.revision() > old.revision() ? next : old);
                }
            }
        }

        @Override
        public Set<CallId> unwritten() {
            synchronized (unwritten) {
                return Set.copyOf(unwritten.keySet());
            }
        }
    }
}
