package org.santral.server.directory.outside.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A CRM in a process of its own, whose manners a test can change.
final class Crm implements AutoCloseable {
    private final Process process;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Crm() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crm.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Scanner out = new Scanner(process.getInputStream(), StandardCharsets.UTF_8);
        port = out.nextInt();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /// From now on it answers in this manner: `good`, `slow`, `status 503`, `elsewhere`, `endless`, `drip`,
    /// `body …`.
    void behave(String manner) throws IOException, InterruptedException {
        ask("/behave", manner);
    }

    /// Each request so far: method, path, `Authorization`, `Idempotency-Key` and body, with bars between.
    List<String> seen() throws IOException, InterruptedException {
        String all = ask("/seen", "");
        return all.isEmpty() ? List.of() : List.of(all.split("\n"));
    }

    private String ask(String path, String body) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(url() + path))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }

    /// The process.
    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Manners manners = new Manners();
        server.createContext("/behave", manners::behave);
        server.createContext("/seen", manners::seen);
        server.createContext("/", manners::answer);
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private static final class Manners {
        private static final String PEOPLE = """
                {"data": {"contacts": [
                  {"id": 4711, "first": "Anna", "last": "Larsen", "account": {"name": "Nordic Paper"}, "tier": "VIP",
                   "phones": ["+98 21 3000 0001", null, ""], "mobile": "0912 123 4567"},
                  {"id": 4712, "first": "Namesake", "last": null, "phones": ["+98 21 3999 9999"]},
                  {"id": null, "first": "Keyless", "phones": ["+98 21 3000 0001"]}
                ]}}""";
        private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
        private volatile String manner = "good";

        void behave(HttpExchange exchange) throws IOException {
            manner = body(exchange);
            send(exchange, 200, "");
        }

        void seen(HttpExchange exchange) throws IOException {
            send(exchange, 200, String.join("\n", seen));
        }

        void answer(HttpExchange exchange) throws IOException {
            String body = body(exchange);
            seen.add(String.join(
                    " | ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                    body.replace("\n", " ")));
            String now = manner;
            switch (now) {
                case "good" -> send(exchange, 200, PEOPLE);
                // Answered when the process ends.
                case "slow" -> pause(600_000);
                case "elsewhere" -> {
                    exchange.getResponseHeaders().add("Location", "/behave");
                    send(exchange, 302, "");
                }
                case "endless" -> endless(exchange, 0);
                case "drip" -> endless(exchange, 100);
                default -> {
                    if (now.startsWith("status ")) {
                        send(exchange, Integer.parseInt(now.substring("status ".length())), "{}");
                    } else {
                        send(exchange, 200, now.substring("body ".length()));
                    }
                }
            }
        }

        private static void endless(HttpExchange exchange, long pauseMillis) throws IOException {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[pauseMillis == 0 ? 65_536 : 1];
            java.util.Arrays.fill(some, (byte) ' ');
            while (true) {
                exchange.getResponseBody().write(some);
                exchange.getResponseBody().flush();
                pause(pauseMillis);
            }
        }

        private static void pause(long millis) {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static String body(HttpExchange exchange) throws IOException {
            try (InputStream in = exchange.getRequestBody()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private static void send(HttpExchange exchange, int status, String body) throws IOException {
            byte[] octets = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
            try (exchange) {
                if (octets.length > 0) {
                    exchange.getResponseBody().write(octets);
                }
            }
        }
    }
}
