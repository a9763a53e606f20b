package org.santral.server.directory.outside.carddav;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// A real Radicale of the machine's own package, with one address book, under a folder of a test.
final class Radicale implements AutoCloseable {
    static final String USER = "company";
    static final String PASSWORD = "not-a-secret";

    private final Path folder;
    private final int port;
    private Process process;

    Radicale(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.writeString(folder.resolve("users"), USER + ":" + PASSWORD + "\n");
        Files.writeString(folder.resolve("config"), """
                [server]
                hosts = 127.0.0.1:%d
                [auth]
                type = htpasswd
                htpasswd_filename = %s/users
                htpasswd_encryption = plain
                delay = 0
                [storage]
                filesystem_folder = %s/collections
                """.formatted(port, folder, folder));
        process = start();
        send("MKCOL", url(), "application/xml", """
                <?xml version="1.0"?>
                <d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:set><d:prop>
                <d:resourcetype><d:collection/><c:addressbook/></d:resourcetype><d:displayname>Contacts</d:displayname>
                </d:prop></d:set></d:mkcol>""");
    }

    String url() {
        return "http://127.0.0.1:" + port + "/" + USER + "/contacts/";
    }

    private Process start() throws IOException {
        // Only this folder's configuration counts, not the machine's.
        Process radicale = new ProcessBuilder(
                        "/usr/bin/radicale",
                        "--config",
                        folder.resolve("config").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Awaitility.await("Radicale listens").atMost(Duration.ofSeconds(30)).until(() -> {
            try (var socket = new java.net.Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
        return radicale;
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    void startAgain() throws IOException {
        process = start();
    }

    /// @param lines between `BEGIN` and `END`
    void put(String name, String lines) throws IOException, InterruptedException {
        String card = "BEGIN:VCARD\r\n" + lines.strip().replace("\n", "\r\n") + "\r\nEND:VCARD\r\n";
        send("PUT", url() + name + ".vcf", "text/vcard", card);
    }

    void delete(String name) throws IOException, InterruptedException {
        send("DELETE", url() + name + ".vcf", "text/plain", "");
    }

    private void send(String method, String url, String type, String body) throws IOException, InterruptedException {
        String account = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer;
        // It ends each connection after its answer, without saying so.
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            answer = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Basic " + account)
                            .header("Content-Type", type)
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + url + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
