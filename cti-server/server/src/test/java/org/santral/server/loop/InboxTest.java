package org.santral.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.asterisk.ami.AmiMessage;

class InboxTest {
    @TempDir
    Path folder;

    @Test
    void whatDoesNotFitIntoMemoryWaitsOnTheDiskInOrder() throws Exception {
        try (Inbox inbox = new Inbox(10, folder.resolve("spill"))) {
            IntStream.range(0, 1000).forEach(i -> inbox.put(message(i)));
            List<Object> taken = new ArrayList<>();
            while (taken.size() < 500) {
                take(inbox, taken);
            }
            IntStream.range(1000, 1100).forEach(i -> inbox.put(message(i)));
            while (taken.size() < 1100) {
                take(inbox, taken);
            }
            assertThat(taken)
                    .extracting(item -> ((AmiMessage) item).text("Number"))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1100).mapToObj(Integer::toString).toList());
            assertThat(inbox.everSpilled()).isEqualTo(1090);
            assertThat(folder.resolve("spill")).doesNotExist();
        }
    }

    @Test
    void whatTheDiskDoesNotGiveBackIsCountedAndWhatComesLaterIsTaken() throws Exception {
        Path spill = folder.resolve("spill");
        try (Inbox inbox = new Inbox(10, spill)) {
            IntStream.range(0, 100).forEach(i -> inbox.put(large(i)));
            List<Object> taken = new ArrayList<>();
            while (taken.size() < 10) {
                assertThat(inbox.take(taken, 10)).isTrue();
            }
            // Somebody emptied the file below the server: the blocks of 64 KB that were written are gone.
            try (FileChannel file = FileChannel.open(spill, StandardOpenOption.WRITE)) {
                file.truncate(0);
            }

            IntStream.range(100, 150).forEach(i -> inbox.put(large(i)));
            while (taken.size() + inbox.lost() < 150) {
                take(inbox, taken);
            }
            assertThat(inbox.lost()).isBetween(60L, 90L);
            assertThat(numbers(taken))
                    .startsWith("0", "1")
                    .endsWith("148", "149")
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(Comparator.comparingInt(Integer::parseInt));
        }
    }

    @Test
    void aDiskWithoutRoomMakesThemWaitInMemoryInTheirOrder() throws Exception {
        Path spill = folder.resolve("spill");
        try (Inbox inbox = new Inbox(10, spill)) {
            // Nothing can be written there.
            Files.createDirectories(spill.resolve("in the way"));
            IntStream.range(0, 300).forEach(i -> inbox.put(large(i)));
            List<Object> taken = new ArrayList<>();
            while (taken.size() < 300) {
                take(inbox, taken);
            }
            assertThat(numbers(taken))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 300).mapToObj(Integer::toString).toList());
            assertThat(inbox.lost()).isZero();
        }
    }

    private static List<String> numbers(List<Object> taken) {
        return taken.stream()
                .map(item -> String.valueOf(((AmiMessage) item).text("Number")))
                .toList();
    }

    private static AmiMessage large(int number) {
        return new AmiMessage(
                ("Event: Test\r\nNumber: " + number + "\r\nRest: " + "x".repeat(3000)).getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-01-01T00:00:00Z").plusNanos(number));
    }

    @Test
    void whatCameTogetherIsTakenTogetherAndSpillsInOrder() throws Exception {
        try (Inbox inbox = new Inbox(10, folder.resolve("spill"))) {
            inbox.putAll(IntStream.range(0, 30).mapToObj(InboxTest::message).toList());
            List<Object> taken = new ArrayList<>();
            assertThat(inbox.take(taken, 64)).isTrue();
            assertThat(taken)
                    .extracting(item -> ((AmiMessage) item).text("Number"))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 30).mapToObj(Integer::toString).toList());
            assertThat(inbox.everSpilled()).isEqualTo(20);
        }
    }

    private static void take(Inbox inbox, List<Object> into) throws InterruptedException {
        List<Object> batch = new ArrayList<>();
        assertThat(inbox.take(batch, 64)).isTrue();
        into.addAll(batch);
    }

    private static AmiMessage message(int number) {
        return new AmiMessage(
                ("Event: Test\r\nNumber: " + number).getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-01-01T00:00:00Z").plusNanos(number));
    }
}
