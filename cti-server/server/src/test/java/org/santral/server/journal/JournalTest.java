package org.santral.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final long ROLL = 1000;
    private static final long KEEP = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReplayedInOrder() throws IOException {
        write(3, Long.MAX_VALUE);
        assertThat(replayed()).containsExactly("base", "input 0", "input 1", "input 2");
    }

    @Test
    void aRecordThatACrashToreIsCutOffAndEverythingBeforeItStands() throws IOException {
        write(3, Long.MAX_VALUE);
        Path segment = Journal.segments(folder).getLast();
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            file.truncate(Files.size(segment) - 3);
        }
        try (Journal journal = new Journal(folder, ROLL, KEEP)) {
            List<String> lines = new ArrayList<>();
            journal.replay(entry -> lines.add(entry.text()));
            assertThat(lines).containsExactly("base", "input 0", "input 1");
            assertThat(journal.torn()).isEqualTo(1);
            lines.clear();
            journal.replay(entry -> lines.add(entry.text()));
            assertThat(journal.torn()).as("mended by the first replay").isEqualTo(1);
            assertThat(lines).hasSize(3);
        }
    }

    @Test
    void bytesThatAreNoTextAreReplacedWhereTheyAreReadAndEndNoReplay() throws IOException {
        try (Journal journal = new Journal(folder, Long.MAX_VALUE, KEEP)) {
            journal.append(Entry.Kind.INPUT, new byte[] {'a', (byte) 0xff, 'b'}, null);
            journal.append(new Entry(Entry.Kind.INPUT, "sonra"));
        }
        assertThat(replayed()).containsExactly("a\ufffdb", "sonra");
    }

    @Test
    void aRecordWithAWrongSumEndsTheReplay() throws IOException {
        write(2, Long.MAX_VALUE);
        Path segment = Journal.segments(folder).getLast();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 1] ^= 1;
        Files.write(segment, bytes);
        assertThat(replayed()).containsExactly("base", "input 0");
    }

    @Test
    void aReplayBeginsWhereTheOldestLiveCallBegan() throws IOException {
        try (Journal journal = new Journal(folder, ROLL, KEEP)) {
            journal.begin(() -> Long.MAX_VALUE, () -> List.of("base 1"));
            append(journal, "long ago");
            journal.begin(() -> Long.MAX_VALUE, () -> List.of("base 2"));
            append(journal, "the live call begins");
            long began = journal.segment();
            journal.begin(() -> began, () -> List.of("base 3"));
            append(journal, "it goes on");
        }
        assertThat(replayed()).containsExactly("base 2", "the live call begins", "it goes on");
    }

    @Test
    void aKillWhileASegmentBeginsLosesNothingOfTheOneBefore() throws IOException {
        try (Journal journal = new Journal(folder, ROLL, KEEP)) {
            journal.begin(() -> Long.MAX_VALUE, () -> List.of("base 1"));
            append(journal, "the live call begins");
            journal.begin(() -> 1, () -> List.of("base 2 of a whole beginning"));
        }
        Path newest = Journal.segments(folder).getLast();
        for (long size = Files.size(newest) - 1; size >= 0; size--) {
            try (FileChannel file = FileChannel.open(newest, StandardOpenOption.WRITE)) {
                file.truncate(size);
            }
            assertThat(replayed())
                    .as("%s bytes of the beginning", size)
                    .containsExactly("base 1", "the live call begins");
        }
    }

    @Test
    void oldSegmentsGoWhenThereIsTooMuchButNeverThoseOfALiveCall() throws IOException {
        try (Journal journal = new Journal(folder, 100, 300)) {
            for (int i = 0; i < 20; i++) {
                journal.begin(() -> 5, () -> List.of("base"));
                append(journal, "x".repeat(100));
            }
        }
        List<Long> left = JournalReading.segments(folder);
        assertThat(left).first().isEqualTo(5L);
        assertThat(left).last().isEqualTo(20L);
    }

    @Test
    void whatADiskDoesNotTakeIsHeldAndWrittenInOrderWhenItTakesAgain() throws Exception {
        Path away = folder.resolve("journal");
        try (Journal journal = new Journal(away, ROLL, KEEP)) {
            Files.delete(away);
            journal.append(new Entry(Entry.Kind.INPUT, "first"));
            assertThat(journal.write()).isFalse();
            journal.append(new Entry(Entry.Kind.INPUT, "second"));
            assertThat(journal.write()).isFalse();
            assertThat(journal.gap()).satisfies(gap -> {
                assertThat(gap.reason()).startsWith("there is no ");
                assertThat(gap.held()).isEqualTo(2);
                assertThat(gap.missed()).isZero();
            });

            Files.createDirectory(away);
            journal.append(new Entry(Entry.Kind.INPUT, "third"));
            await().until(journal::write);
            assertThat(journal.gap()).isNull();
            assertThat(journal.lost()).isZero();
        }
        assertThat(texts(away)).containsExactly("first", "second", "third");
    }

    @Test
    void whatIsHeldTooLongIsThinnedToTheLiveCallsAndTheRestIsCountedAsMissing() throws Exception {
        Path away = folder.resolve("journal");
        try (Journal journal = new Journal(away, ROLL, KEEP, 1)) {
            Files.delete(away);
            for (String call : List.of("over", "live", "over", "live")) {
                journal.append(Entry.Kind.LINE, text("line of " + call), call);
                journal.append(Entry.Kind.INPUT, text("input of " + call), call);
            }
            journal.append(Entry.Kind.INPUT, text("of nobody"), null);
            assertThat(journal.write()).isFalse();
            journal.hold(() -> "live"::equals);
            assertThat(journal.gap())
                    .isEqualTo(new Journal.Gap("there is no " + away.resolve("000000000001.journal"), 3, 6));
            assertThat(journal.lost()).isEqualTo(6);

            Files.createDirectory(away);
            await().until(journal::write);
            journal.append(new Entry(Entry.Kind.INPUT, "after"));
        }
        assertThat(texts(away))
                .containsExactly(
                        "input of live",
                        "input of live",
                        "of nobody",
                        "6 there is no " + away.resolve("000000000001.journal"),
                        "after");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        JournalReading.all(folder, 0, entry -> texts.add(entry.text()));
        return texts;
    }

    @Test
    void whatWasWrittenBeforeAKillIsThereAfterIt() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String last = "";
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = line.startsWith("input ") ? line : last;
                if (line.equals("input 500")) {
                    // Through its handle: the pipe stays open, and what it still says is read.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(replayed()).contains("input 500", last);
    }

    /// Writes for ever and says what it has written.
    static final class Writer {
        public static void main(String[] args) throws IOException {
            Journal journal = new Journal(Path.of(args[0]), ROLL, KEEP);
            journal.begin(() -> 1, () -> List.of("base"));
            for (int i = 0; ; i++) {
                append(journal, "input " + i);
                journal.rollIfFull(() -> 1, List::of);
                System.out.println("input " + i);
            }
        }
    }

    private void write(int inputs, long oldestLive) throws IOException {
        try (Journal journal = new Journal(folder, ROLL, KEEP)) {
            journal.begin(() -> oldestLive, () -> List.of("base"));
            for (int i = 0; i < inputs; i++) {
                append(journal, "input " + i);
            }
        }
    }

    private static void append(Journal journal, String text) {
        journal.append(new Entry(Entry.Kind.INPUT, text));
        journal.write();
    }

    private List<String> replayed() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Journal journal = new Journal(folder, ROLL, KEEP)) {
            journal.replay(entry -> lines.add(entry.text()));
        }
        return lines;
    }
}
