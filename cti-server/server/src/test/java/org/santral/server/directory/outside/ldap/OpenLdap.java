package org.santral.server.directory.outside.ldap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// A real slapd of the machine's own package, with a few people, under a folder of a test.
final class OpenLdap implements AutoCloseable {
    static final String BASE = "dc=example,dc=com";
    static final String ADMIN = "cn=admin," + BASE;
    static final String PASSWORD = "not-a-secret";
    private static final String CONFIGURATION = """
            include /etc/ldap/schema/core.schema
            include /etc/ldap/schema/cosine.schema
            include /etc/ldap/schema/inetorgperson.schema
            pidfile FOLDER/slapd.pid
            modulepath /usr/lib/ldap
            moduleload back_mdb
            TLSCertificateFile FOLDER/cert.pem
            TLSCertificateKeyFile FOLDER/key.pem
            sizelimit 500
            database mdb
            suffix "dc=example,dc=com"
            rootdn "cn=admin,dc=example,dc=com"
            rootpw not-a-secret
            directory FOLDER/db
            index telephoneNumber,mobile eq,sub
            access to * by anonymous auth by users read
            """;

    private final Path folder;
    private final int port;
    private final int tlsPort;
    private Process process;

    OpenLdap(Path folder, String people) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.tlsPort = freePort();
        Files.createDirectories(folder.resolve("db"));
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                certificate().toString());
        Files.writeString(configuration(), CONFIGURATION.replace("FOLDER", folder.toString()));
        Path ldif = Files.writeString(folder.resolve("people.ldif"), people);
        run("/usr/sbin/slapadd", "-f", configuration().toString(), "-l", ldif.toString());
        process = start();
    }

    private Path configuration() {
        return folder.resolve("slapd.conf");
    }

    Path certificate() {
        return folder.resolve("cert.pem");
    }

    /// By a name that is on the certificate.
    String url() {
        return "ldap://localhost:" + port;
    }

    String secureUrl() {
        return "ldaps://localhost:" + tlsPort;
    }

    /// By one that is not.
    String secureUrlByOtherName() {
        return "ldaps://127.0.0.1:" + tlsPort;
    }

    String urlByOtherName() {
        return "ldap://127.0.0.1:" + port;
    }

    private Process start() throws IOException {
        Process slapd = new ProcessBuilder(
                        "/usr/sbin/slapd",
                        "-f",
                        configuration().toString(),
                        "-h",
                        "ldap://127.0.0.1:" + port + " ldaps://127.0.0.1:" + tlsPort,
                        "-d",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Awaitility.await("slapd listens").atMost(Duration.ofSeconds(20)).until(() -> listens(port) && listens(tlsPort));
        return slapd;
    }

    private static boolean listens(int port) {
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void startAgain() {
        try {
            process = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It keeps its connections and says nothing, like a machine that is swapping.
    void freeze() throws IOException {
        run("kill", "-STOP", Long.toString(process.pid()));
    }

    void thaw() throws IOException {
        run("kill", "-CONT", Long.toString(process.pid()));
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        List.of(command) + ": " + said + " (scripts/test installs what tests need)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            thaw();
            stop();
        }
    }
}
