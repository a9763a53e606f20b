package org.santral.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.santral.server.Browser;
import org.santral.server.people.PeopleSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who may bring files in, as their page asks.
final class Manager {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Browser browser;

    Manager(int port, PeopleSettings people) throws IOException, InterruptedException {
        browser = new Browser(port);
        browser.logIn("admin", Browser.password(people.initialPasswordsFile(), "admin"));
    }

    Browser browser() {
        return browser;
    }

    JsonNode upload(String text) throws IOException, InterruptedException {
        return upload(HttpRequest.BodyPublishers.ofString(text));
    }

    JsonNode upload(HttpRequest.BodyPublisher file) throws IOException, InterruptedException {
        return json(browser.upload("/api/imports?name=list.csv", file));
    }

    static String place(JsonNode looked) {
        return "/api/imports/" + looked.path("job").path("id").asLong();
    }

    String mapped(JsonNode looked, String mapping) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.ask("PUT", place(looked) + "/mapping", mapping);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return place(looked);
    }

    JsonNode run(String place, boolean dryRun) throws IOException, InterruptedException {
        HttpResponse<String> begun = browser.ask("POST", place + "/run", "{\"dryRun\":" + dryRun + "}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        return ended(place);
    }

    JsonNode ended(String place) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> browser.json(place),
                        job -> !job.path("state").asString().equals("RUNNING"));
    }

    static String counts(JsonNode job) {
        return job.path("state").asString() + " added " + job.path("added").asInt() + " changed "
                + job.path("changed").asInt() + " unchanged "
                + job.path("unchanged").asInt() + " refused "
                + job.path("refused").asInt() + " of " + job.path("totalRows").asInt();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
