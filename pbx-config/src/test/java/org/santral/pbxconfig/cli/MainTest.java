package org.santral.pbxconfig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.pbxconfig.Sites;

class MainTest {

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesTheCommands() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).contains("lint", "generate", "--secrets");
    }

    @Test
    void lintAcceptsTheDemoSite() {
        assertThat(run("lint", "--site", Sites.DEMO.toString())).isZero();
        assertThat(text(out)).isEqualTo("demo.yaml: sound\n");
    }

    @Test
    void lintNamesEveryProblemAndFails() throws IOException {
        Path site = temporary.resolve("site.yaml");
        Files.writeString(site, Sites.text(Sites.DEMO).replace("IR", "XX").replace("queue: vip", "queue: none"));
        assertThat(run("lint", "--site", site.toString())).isEqualTo(1);
        assertThat(text(err))
                .startsWith("site.yaml: line 6: site.country: ")
                .contains("site.yaml: line 42: dids[1].queue: ");
    }

    @Test
    void generateWritesFilesThatOnlyTheirOwnerReads() throws IOException {
        assertThat(generate()).isZero();
        Path manager = temporary.resolve("etc/manager.conf");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(manager)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(manager)).contains("bindaddr=127.77.0.1");
    }

    @Test
    void secretsAreMadeOnceAndKept() throws IOException {
        generate();
        Path secrets = temporary.resolve("secrets");
        String first = Files.readString(secrets);
        assertThat(first.lines()).hasSize(3).allMatch(line -> line.matches("AMI_[A-Z_]*SECRET=[0-9a-f]{32}"));
        assertThat(first.lines().map(line -> line.split("=", 2)[1])).doesNotHaveDuplicates();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
        generate();
        assertThat(Files.readString(secrets)).isEqualTo(first);
    }

    @Test
    void aRealAddressIsNotMovedToLoopback() throws IOException {
        Path site = temporary.resolve("site.yaml");
        Files.writeString(site, Sites.text(Sites.DEMO).replace("127.20.0.2", "192.0.2.7"));
        assertThat(run(
                        "generate",
                        "--site",
                        site.toString(),
                        "--out",
                        at("etc"),
                        "--secrets",
                        at("secrets"),
                        "--net",
                        "9"))
                .isEqualTo(2);
        assertThat(text(err)).contains("192.0.2.7", "leave --net out");
        assertThat(temporary.resolve("etc")).doesNotExist();
    }

    @Test
    void aWrongCommandLineIsOneLineWithTheMend() {
        assertThat(run(
                        "generate",
                        "--net",
                        "300",
                        "--out",
                        at("etc"),
                        "--secrets",
                        at("s"),
                        "--site",
                        Sites.DEMO.toString()))
                .isEqualTo(2);
        assertThat(text(err)).isEqualTo("pbx-config: --net 300 is no loopback net; write a number from 1 to 254\n");
    }

    @Test
    void aMissingSiteIsNamed() {
        assertThat(run("lint", "--site", at("none.yaml"))).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo("pbx-config: there is no file " + at("none.yaml")
                        + "; name the site's description with --site\n");
    }

    private int generate() {
        return run(
                "generate",
                "--site",
                Sites.DEMO.toString(),
                "--out",
                at("etc"),
                "--secrets",
                at("secrets"),
                "--net",
                "77");
    }

    private String at(String name) {
        return temporary.resolve(name).toString();
    }

    private int run(String... args) {
        return new Main(printTo(out), printTo(err)).run(args);
    }

    private static PrintStream printTo(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
