package org.santral.server.loop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.santral.agent.AgentId;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.pbx.CallId;
import org.santral.server.journal.Journal;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;

/// The program that `FullDiskTest` runs on a small disk of its own: fills it in mid-call, makes room again, is
/// killed, and says line by line what it saw.
final class FullDisk {
    private final Path disk;
    private final List<Effect> carried = new CopyOnWriteArrayList<>();

    private FullDisk(Path disk) {
        this.disk = disk;
    }

    public static void main(String[] args) throws Exception {
        new FullDisk(Path.of(args[0])).run();
        // As kill -9: nothing is closed, nothing is flushed.
        Runtime.getRuntime().halt(0);
    }

    private void run() throws Exception {
        List<AmiMessage> one = Recorded.messages("queue-ring-all-answered");
        List<AmiMessage> other = Recorded.messages("incoming-direct-answered");
        int talking = indexOf(one, "AgentConnect");
        int otherTalks = indexOf(other, "BridgeEnter") + 1;

        Journal journal = journal();
        PbxLoop loop = loop(journal);
        open(loop);
        loop.put(one.subList(0, talking));
        snapshot(loop);
        fill();
        loop.put(one.subList(talking, one.size()));
        loop.put(other.subList(0, otherTalks));
        Snapshot full = snapshot(loop);
        Journal.Gap gap = journal.gap();
        say("gap", gap == null ? "none" : gap.reason());
        say("held", gap == null ? 0 : gap.held());
        say("missed", journal.lost());
        say("record of the first call", lastRecord());
        say("live while full", calls(full));

        say("live after a kill while full", calls(replayed()));

        Files.delete(disk.resolve("ballast"));
        TimeUnit.MILLISECONDS.sleep(300);
        Snapshot before = snapshot(loop);
        say("gap with room", journal.gap());
        Snapshot after = replayed();
        say("calls after a kill are those before", after.calls().equals(before.calls()));
        say("cards after a kill are those before", after.pops().equals(before.pops()));
        say("live after a kill", calls(after));
    }

    /// What a server knows that is started on these files.
    private Snapshot replayed() throws Exception {
        PbxLoop again = loop(journal());
        again.replay();
        return again.snapshot();
    }

    private Journal journal() throws IOException {
        return new Journal(disk.resolve("journal"), 1_000_000, 100_000_000);
    }

    private PbxLoop loop(Journal journal) throws IOException {
        return new PbxLoop(
                PbxLoop.Ears.of(Recorded.PBX), journal, new Inbox(1000, disk.resolve("spill")), new Carrier() {
                    @Override
                    public void show(Effect effect) {}

                    @Override
                    public void carry(Effect effect, boolean live) {
                        if (live) {
                            carried.add(effect);
                        }
                    }

                    @Override
                    public Set<CallId> unwritten() {
                        return Set.of();
                    }
                });
    }

    private static void open(PbxLoop loop) throws IOException {
        Instant now = Instant.parse("2026-11-21T18:00:00Z");
        loop.replay();
        loop.put(new Input.SiteSet(Recorded.PBX, Recorded.site(), now));
        loop.put(new Input.LinkUp(Recorded.PBX, false, now));
        loop.put(new Input.AgentSignedOn(new AgentId("sara"), "1001", now));
        loop.put(new Input.AgentSignedOn(new AgentId("omid"), "1002", now));
        loop.start();
    }

    /// Until the very last byte.
    private void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream ballast = Files.newOutputStream(disk.resolve("ballast"))) {
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            say("full", full.getMessage());
        }
    }

    private static Snapshot snapshot(PbxLoop loop) throws Exception {
        Snapshot[] taken = new Snapshot[1];
        loop.run(() -> taken[0] = loop.snapshot()).get(20, TimeUnit.SECONDS);
        return java.util.Objects.requireNonNull(taken[0]);
    }

    private String lastRecord() {
        String last = "none";
        for (Effect effect : carried) {
            if (effect instanceof Effect.RecordCall record
                    && record.record().call().value().equals("1795580610.0")) {
                last = record.record().outcome() + " " + (record.record().endedAt() != null);
            }
        }
        return last;
    }

    private static List<String> calls(Snapshot snapshot) {
        return snapshot.calls().stream()
                .map(call -> call.record().call().value())
                .sorted()
                .toList();
    }

    private static int indexOf(List<AmiMessage> messages, String event) {
        for (int i = 0; i < messages.size(); i++) {
            if (event.equals(messages.get(i).event())) {
                return i;
            }
        }
        throw new IllegalStateException("no " + event);
    }

    private static void say(String what, @org.jspecify.annotations.Nullable Object value) {
        System.out.println(what + ": " + value);
    }
}
