package org.santral.bench.chaos.parts;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The administrator, who has the history held against the exchange's ledger now instead of at night.
public final class LedgerCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOGIN = "admin";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final CtiServer server;

    public LedgerCheck(CtiServer server) {
        this.server = server;
    }

    /// Returns when every call that is over has been compared.
    public void run() throws IOException, InterruptedException {
        get("/api/session");
        post("/api/session", JSON.writeValueAsString(Map.of("login", LOGIN, "password", password())));
        Instant latest = Instant.now().plus(PATIENCE);
        // The first may come while calls that ended a moment ago still wait for their last lines.
        while (waiting(post("/api/ledger/check", "")) > 0) {
            if (Instant.now().isAfter(latest)) {
                throw new IOException("the ledger still has calls to compare after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(1000);
        }
        post("/api/ledger/check", "");
    }

    private static int waiting(String overview) {
        return JSON.readTree(overview).path("state").path("waiting").asInt();
    }

    private void get(String path) throws IOException, InterruptedException {
        http.send(request(path).build(), HttpResponse.BodyHandlers.discarding());
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", pageToken())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("POST " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(PATIENCE);
    }

    /// What a page of ours repeats in a header, and a page of somebody else's cannot read.
    private String pageToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private String password() throws IOException {
        return Files.readAllLines(server.passwords()).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 2 && words[1].equals(LOGIN))
                .map(words -> words[2])
                .findFirst()
                .orElseThrow(() -> new IOException(server.passwords() + " has no password of " + LOGIN));
    }
}
