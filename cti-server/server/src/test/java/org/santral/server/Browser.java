package org.santral.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page's view of the server: real HTTP, cookies, the token against forged requests.
public final class Browser {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String url;

    public Browser(int port) {
        this.url = "http://127.0.0.1:" + port;
    }

    /// The password the first start made for this log-in.
    public static String password(Path file, String login) throws IOException {
        Matcher line = Pattern.compile("(?m)^\\S+\\s+" + login + "\\s+(\\S+)$").matcher(Files.readString(file));
        if (!line.find()) {
            throw new IllegalStateException("no password for " + login + " in " + file);
        }
        return line.group(1);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    public HttpResponse<String> get(String path, String header, String value) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)).header(header, value));
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(withToken(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postWithoutToken(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(withToken(path).DELETE());
    }

    /// @param headers names and values by turns
    public HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = withToken(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// Sends a file as it is.
    public HttpResponse<String> upload(String path, HttpRequest.BodyPublisher file)
            throws IOException, InterruptedException {
        return send(withToken(path)
                .header("Content-Type", "application/octet-stream")
                .POST(file));
    }

    public byte[] download(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    public HttpResponse<String> logIn(String login, String password) throws IOException, InterruptedException {
        get("/api/session");
        return post("/api/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password));
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void setCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(url), cookie);
    }

    private HttpRequest.Builder withToken(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
