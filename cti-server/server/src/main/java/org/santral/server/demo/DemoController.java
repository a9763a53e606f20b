package org.santral.server.demo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.santral.server.settings.SantralSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `POST /api/demo/calls`: asks the demo's carrier to place a call.
@RestController
@Tag(name = "demo", description = "Only where scripts/run started a demo")
class DemoController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final SantralSettings.@Nullable Demo demo;

    DemoController(SantralSettings settings) {
        demo = settings.demo();
    }

    @Operation(summary = "Have the demo's carrier place a call")
    @PostMapping(path = "/api/demo/calls", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    ResponseEntity<?> place(@RequestBody String call) throws InterruptedException {
        if (demo == null) {
            return problem(HttpStatus.NOT_FOUND, "There is no demo", "Start Santral with scripts/run to have one.");
        }
        HttpRequest request = HttpRequest.newBuilder(demo.phones().resolve("/calls"))
                .timeout(Duration.ofSeconds(3))
                .header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
                .POST(HttpRequest.BodyPublishers.ofString(call))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() < 300
                    ? ResponseEntity.accepted()
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(answer.body())
                    : problem(HttpStatus.BAD_REQUEST, "The carrier refused the call", detailOf(answer.body()));
        } catch (IOException e) {
            return problem(
                    HttpStatus.BAD_GATEWAY, "The demo's phones do not answer", "Look whether scripts/run still runs.");
        }
    }

    /// The carrier's own problem details say it best.
    private static String detailOf(String problem) {
        try {
            return JSON.readTree(problem).path("detail").asString(problem);
        } catch (JacksonException e) {
            return problem;
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.of(problem).build();
    }
}
