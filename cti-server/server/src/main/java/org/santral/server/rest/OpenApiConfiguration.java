package org.santral.server.rest;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The description of the REST interface (OpenAPI 3.1) at `/v3/api-docs`. What a controller cannot say of
/// itself is said here, for all alike: names of operations, and how requests fail.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String PROBLEM = "Problem";

    @Bean
    OpenApiCustomizer wholeDescription() {
        return OpenApiConfiguration::describe;
    }

    /// `Customer.replace`: the same in every run, whatever else is there.
    @Bean
    OperationCustomizer namedOperations() {
        return (operation, method) -> {
            String room = method.getBeanType().getSimpleName().replace("Controller", "");
            operation.setOperationId(room + "." + method.getMethod().getName());
            return operation;
        };
    }

    private static void describe(OpenAPI api) {
        api.info(new Info()
                .title("Santral")
                .version("1")
                .description(
                        "Log in with POST /api/session; the session is a cookie. Every request that changes something"
                                + " carries the cookie XSRF-TOKEN as the header X-XSRF-TOKEN. Times are ISO 8601 in UTC, unless an"
                                + " operation says milliseconds since 1970. What fails is told as problem details (RFC 9457).")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        api.servers(List.of(new Server().url("/").description("This server")));
        api.getTags().sort(Comparator.comparing(Tag::getName));
        api.getComponents().addSchemas(PROBLEM, problem());
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> fails(path, operation)));
    }

    private static void fails(String path, Operation operation) {
        ApiResponses responses = operation.getResponses();
        Set<String> named = operation.getParameters() == null
                ? Set.of()
                : Set.copyOf(operation.getParameters().stream()
                        .map(Parameter::getName)
                        .toList());
        said(responses, "400", "A parameter, a header or the body cannot be read.");
        said(responses, "401", "Not logged in.");
        said(responses, "403", "The role does not allow it, or X-XSRF-TOKEN is missing.");
        said(responses, "503", "The database does not answer.");
        if (path.contains("{")) {
            said(responses, "404", "There is none.");
        }
        if (operation.getRequestBody() != null) {
            said(responses, "413", "The body has more than 1 MiB.");
            said(responses, "422", "The body is not valid: errors names every fault and its place.");
        }
        if (named.contains("If-Match")) {
            said(responses, "409", "It was merged into another one, or its name is taken.");
            said(responses, "412", "Somebody changed it meanwhile.");
            said(responses, "428", "If-Match is missing.");
        }
        if (named.contains("Idempotency-Key")) {
            said(responses, "409", "The same request is being done now.");
        }
    }

    private static void said(ApiResponses responses, String status, String why) {
        responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(why)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Schema<?> problem() {
        Schema<?> fault = object(Map.of(
                "field", text("where, as numbers[1].raw"),
                "reason", text("one word, as too-long"),
                "detail", text("in English, with the mend")));
        Schema<?> errors = new JsonSchema();
        errors.setTypes(Set.of("array"));
        errors.setItems(fault);
        errors.setDescription("each single fault; only where there are some");
        return object(Map.of(
                "title", text("what it is, in short"),
                "status", number(),
                "detail", text("what to do about it"),
                "instance", text("the path that was asked"),
                "errors", errors));
    }

    private static Schema<?> object(Map<String, Schema<?>> members) {
        Schema<?> object = new JsonSchema();
        object.setTypes(Set.of("object"));
        members.forEach(object::addProperty);
        return object;
    }

    private static Schema<?> text(String meaning) {
        Schema<?> text = new JsonSchema();
        text.setTypes(Set.of("string"));
        text.setDescription(meaning);
        return text;
    }

    private static Schema<?> number() {
        Schema<?> number = new JsonSchema();
        number.setTypes(Set.of("integer"));
        return number;
    }
}
