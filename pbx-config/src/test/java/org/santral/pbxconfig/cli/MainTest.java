package org.santral.pbxconfig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    void theLedgersDatabaseGetsItsPasswordsFromTheSecretsAndNotFromTheSite() throws IOException {
        generateFrom(withDatabase("both"));
        List<String> secrets = Files.readAllLines(temporary.resolve("secrets"));
        String writer = secret(secrets, "LEDGER_WRITER_SECRET");
        String reader = secret(secrets, "LEDGER_READER_SECRET");
        assertThat(written("res_odbc.conf")).contains("password=" + writer).doesNotContain(reader);
        assertThat(written("ledger.sql")).contains("'" + writer + "'", "'" + reader + "'");
        assertThat(written("odbc.ini")).doesNotContain(writer, reader);
        for (String file : List.of("res_odbc.conf", "ledger.sql")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("etc/" + file))))
                    .isEqualTo("rw-------");
        }
        assertThat(text(out) + text(err)).doesNotContain(writer, reader);
    }

    @Test
    void whatTheSiteNoLongerWantsIsTakenAwayAndOthersFilesAreNot() throws IOException {
        generateFrom(withDatabase("both"));
        Files.writeString(temporary.resolve("etc/iax.conf"), "; mine\n");
        assertThat(temporary.resolve("etc/cel_custom.conf")).exists();

        generateFrom(withDatabase("database"));

        assertThat(temporary.resolve("etc/cel_custom.conf")).doesNotExist();
        assertThat(temporary.resolve("etc/cel_odbc.conf")).exists();
        assertThat(temporary.resolve("etc/iax.conf")).exists();
        generate();
        assertThat(temporary.resolve("etc/cel_custom.conf")).exists();
        for (String file : List.of("cel_odbc.conf", "res_odbc.conf", "odbc.ini", "ledger.sql")) {
            assertThat(temporary.resolve("etc/" + file)).doesNotExist();
        }
    }

    private static String withDatabase(String ledger) {
        return Sites.text(Sites.DEMO)
                .replace("recording: on", "ledger: " + ledger + "\n  ledger-database: {host: 192.0.2.20, port: 3306}");
    }

    private void generateFrom(String site) throws IOException {
        Files.writeString(temporary.resolve("site.yaml"), site);
        assertThat(run("generate", "--site", at("site.yaml"), "--out", at("etc"), "--secrets", at("secrets")))
                .isZero();
    }

    private String written(String file) throws IOException {
        return Files.readString(temporary.resolve("etc").resolve(file));
    }

    private static String secret(List<String> secrets, String name) {
        return secrets.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
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
