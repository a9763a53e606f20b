package org.santral.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.history.CallRecord;
import org.santral.lines.Lines;
import org.santral.lines.UnreadableLine;
import org.santral.switchboard.Effect;

/// kill -9 at random moments, again and again, while calls go on: the history is the one of a loop that nobody
/// killed. What the journal does not know when the process dies is told again, as the exchange's next words
/// would.
class KilledAgainAndAgainTest {
    private static final List<String> SCENARIOS = List.of(
            "queue-ring-all-answered",
            "incoming-direct-answered-held",
            "incoming-direct-given-up",
            "outgoing-answered");
    private static final int ROUNDS = 3;
    private static final int KILLS = 6;
    private static final Pattern ID = Pattern.compile("(?m)^(?!Timestamp)(.*?)\\b1(7\\d{8}\\.\\d+)");

    private static final Pattern STAMP = Pattern.compile("Timestamp: (\\d+)\\.");
    private static final long FIRST_ROUND = 1_795_286_190;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theHistoryIsTheOneOfALoopThatNobodyKilled(long seed) throws Exception {
        List<byte[]> traffic = traffic();
        Map<String, CallRecord> truth = history(folder.resolve("whole"), traffic, new Random(seed), 0);
        Map<String, CallRecord> killed = history(folder.resolve("killed"), traffic, new Random(seed), KILLS);

        assertThat(truth).hasSizeGreaterThan(ROUNDS * SCENARIOS.size() - 1);
        assertThat(killed.keySet()).isEqualTo(truth.keySet());
        truth.forEach((call, record) -> assertThat(killed.get(call))
                .as(call)
                .usingRecursiveComparison()
                // Who hung up first is told a moment before the end, by a message that changes nothing else: a kill
                // in that moment loses it.
                .ignoringFields("revision", "hungUpBy")
                // After a kill it is another message of the same millisecond that tells that talk is over.
                .withComparatorForType((one, other) -> Math.abs(one - other) <= 5 ? 0 : 1, Long.class)
                .isEqualTo(record));
    }

    /// Calls of different kinds, each round with ids of its own.
    private static List<byte[]> traffic() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<List<AmiMessage>> lines = new ArrayList<>();
            for (String scenario : SCENARIOS) {
                lines.add(Recorded.messages(scenario));
            }
            for (List<AmiMessage> line : lines) {
                long begins = begins(line);
                for (AmiMessage message : line) {
                    all.add(numbered(restamped(message, begins, round), round, all.size()));
                }
            }
        }
        return all;
    }

    private static long begins(List<AmiMessage> line) {
        return line.stream()
                .filter(message -> message.find("Timestamp", 0) >= 0)
                .findFirst()
                .orElseThrow()
                .at()
                .getEpochSecond();
    }

    /// They were recorded on different days: here on one.
    private static String restamped(AmiMessage message, long begins, int round) {
        return STAMP.matcher(new String(message.bytes(), StandardCharsets.UTF_8))
                .replaceAll(stamp ->
                        "Timestamp: " + (FIRST_ROUND + 60L * round + Long.parseLong(stamp.group(1)) - begins) + ".");
    }

    private static byte[] numbered(String message, int round, int number) {
        String text = message;
        for (String before = ""; !before.equals(text); ) {
            before = text;
            text = ID.matcher(text).replaceAll("$1" + (2 + round) + "$2");
        }
        return (text + (text.endsWith("\r\n") ? "" : "\r\n") + "TestNumber: " + number)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, CallRecord> history(Path folder, List<byte[]> traffic, Random random, int kills)
            throws Exception {
        Files.createDirectories(folder);
        TreeSet<Integer> moments = new TreeSet<>();
        while (moments.size() < kills) {
            moments.add(random.nextInt(traffic.size()));
        }
        int next = 0;
        while (next < traffic.size()) {
            Integer moment = moments.pollFirst();
            next = told(folder, traffic, moment == null ? traffic.size() : moment, random);
        }
        return newest(folder.resolve("database"));
    }

    /// @param end with which message in hand it is killed; beyond the last it ends by itself
    /// @return the first message that the journal may not know
    private static int told(Path folder, List<byte[]> traffic, int end, Random random) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLoop.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (DataOutputStream to = new DataOutputStream(process.getOutputStream());
                DataInputStream from = new DataInputStream(process.getInputStream())) {
            int next = from.readInt() + 1;
            for (; next < traffic.size(); next++) {
                to.writeInt(traffic.get(next).length);
                to.write(traffic.get(next));
                to.flush();
                if (next >= end) {
                    LockSupport.parkNanos(random.nextInt(3_000_000));
                    process.destroyForcibly().waitFor();
                    return next;
                }
                from.readInt();
            }
            to.writeInt(0);
            to.flush();
            process.waitFor();
            return next;
        } catch (EOFException e) {
            throw new AssertionError("the loop ended by itself: " + process.waitFor(), e);
        } finally {
            process.destroyForcibly();
        }
    }

    /// As the tables have it: the same revision again changes nothing. A replay that begins in the middle of a call
    /// that was over says so with a revision that stands already.
    private static Map<String, CallRecord> newest(Path database) throws IOException {
        Map<String, CallRecord> newest = new TreeMap<>();
        for (String line : Files.readAllLines(database)) {
            try {
                if (Lines.readEffect(line) instanceof Effect.RecordCall(CallRecord record)) {
                    newest.merge(
                            record.call().value(),
                            record,
                            (old, other) -> other.revision() > old.revision() ? other : old);
                }
            } catch (UnreadableLine torn) {
                // Killed while it committed: a database rolls that back.
            }
        }
        return newest;
    }
}
