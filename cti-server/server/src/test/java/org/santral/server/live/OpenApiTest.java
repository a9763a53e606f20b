package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `docs/openapi.yaml` says what the running server does.
class OpenApiTest extends LiveTest {
    private static final Path COMMITTED = Path.of("../docs/openapi.yaml");

    @Test
    void theCommittedDescriptionIsThatOfTheRunningServer() throws Exception {
        String described = loggedIn("admin").get("/v3/api-docs.yaml").body();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, described);
        }

        assertThat(Files.readString(COMMITTED))
                .as("write it anew: mvn -pl cti-server/server -am test -Dtest=OpenApiTest -Dopenapi.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(described);
    }

    @Test
    void everyOperationSaysWhatItIsForAndHowItFails() throws Exception {
        JsonNode api = loggedIn("admin").json("/v3/api-docs");
        List<String> silent = new ArrayList<>();
        api.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> operation
                                        .getValue()
                                        .path("summary")
                                        .asString("")
                                        .isEmpty()
                                || !operation.getValue().path("responses").has("401"))
                        .forEach(operation -> silent.add(operation.getKey() + " " + path.getKey())));

        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(silent).isEmpty();
    }

    @Test
    void onlyAdministratorsReadIt() throws Exception {
        assertThat(loggedIn("sara").get("/v3/api-docs").statusCode()).isEqualTo(403);
    }
}
