package org.santral.server.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal on a disk that is really full: a small file system of its own, mounted in a name space that only
/// the program under test sees. Needs no root where the kernel lets users have such a name space.
class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void aFullDiskStopsNoCallAndWhatLivesSurvivesAKillOnceThereIsRoomAgain() throws Exception {
        assumeTrue(
                run("true", List.of()).isEmpty(),
                "this kernel lets no user mount a disk of their own (unshare -rm): run it as root, or allow it");

        List<String> said = run(
                "exec \"$@\"",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDisk.class.getName(),
                        folder.toString()));

        String second = Recorded.messages("incoming-direct-answered").stream()
                .filter(message -> "Newchannel".equals(message.event()))
                .findFirst()
                .orElseThrow()
                .text("Uniqueid");
        assertThat(said)
                .contains(
                        "full: No space left on device",
                        "gap: No space left on device",
                        "missed: 0",
                        "record of the first call: ANSWERED true",
                        "live while full: [" + second + "]",
                        // What the disk knew when it was full; the exchange is asked for the rest.
                        "live after a kill while full: [1795580610.0]",
                        "gap with room: null",
                        "calls after a kill are those before: true",
                        "cards after a kill are those before: true",
                        "live after a kill: [" + second + "]");
        assertThat(said)
                .filteredOn(line -> line.startsWith("held: "))
                .singleElement()
                .satisfies(
                        line -> assertThat(Integer.parseInt(line.substring(6))).isGreaterThan(20));
    }

    /// @return everything it said
    private List<String> run(String script, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=768k none '" + folder + "' && " + script, "sh"));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return said;
    }
}
