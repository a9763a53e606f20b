package org.santral.phones.daemon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Gives orders at a door, over real HTTP.
final class Orders {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI door;

    Orders(URI door) {
        this.door = door;
    }

    /// A status and what was told with it.
    record Told(int status, String type, JsonNode body) {
        String text(String field) {
            return body.path(field).asString("");
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.resolve(path));
    }

    Told send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Told(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new AssertionError("the door does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Told get(String path) {
        return send(request(path).build());
    }

    Told delete(String path) {
        return send(request(path).DELETE().build());
    }

    Told post(String path, String json) {
        return json("POST", path, json);
    }

    Told put(String path, String json) {
        return json("PUT", path, json);
    }

    private Told json(String method, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build());
    }
}
