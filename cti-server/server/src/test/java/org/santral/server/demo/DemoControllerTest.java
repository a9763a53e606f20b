package org.santral.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.server.settings.SantralSettings;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// The demo's door, with a process behind it that takes orders as the phones do.
class DemoControllerTest {
    private static final String CALL = "{\"from\":\"02112345678\",\"to\":\"02188880000\"}";

    private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer phones;

    @BeforeEach
    void open() throws Exception {
        phones = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        phones.createContext("/calls", exchange -> {
            String order = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            orders.add(order);
            byte[] answer =
                    (order.startsWith("{\"") ? "{\"id\":7}" : "this is no JSON").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(order.startsWith("{\"") ? 202 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        phones.start();
    }

    @AfterEach
    void close() {
        phones.stop(0);
    }

    @Test
    void anOrderGoesToThePhonesWordForWord() throws Exception {
        ResponseEntity<?> answer = door(address()).place(CALL);

        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getBody()).isEqualTo("{\"id\":7}");
        assertThat(orders).containsExactly(CALL);
    }

    @Test
    void whatThePhonesRefuseIsABadRequestWithTheirWords() throws Exception {
        ResponseEntity<?> answer = door(address()).place("{nonsense");

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(problem(answer).getTitle()).isEqualTo("The carrier refused the call");
        assertThat(problem(answer).getDetail()).isEqualTo("this is no JSON");
    }

    @Test
    void phonesThatAreAwayAreABadGateway() throws Exception {
        URI gone = address();
        phones.stop(0);

        ResponseEntity<?> answer = door(gone).place(CALL);

        assertThat(answer.getStatusCode().value()).isEqualTo(502);
        assertThat(problem(answer).getTitle()).isEqualTo("The demo's phones do not answer");
    }

    @Test
    void withoutADemoThereIsNoDoor() throws Exception {
        ResponseEntity<?> answer = door(null).place(CALL);

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(orders).isEmpty();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + phones.getAddress().getPort());
    }

    private static ProblemDetail problem(ResponseEntity<?> answer) {
        if (answer.getBody() instanceof ProblemDetail problem) {
            return problem;
        }
        throw new AssertionError("no problem in words: " + answer);
    }

    private static DemoController door(@Nullable URI phones) {
        return new DemoController(new SantralSettings(
                Path.of("unused"),
                null,
                new SantralSettings.Exchange(null, 0, null, null, null, null, null),
                new SantralSettings.Journal(Path.of("unused"), 1, 1, 1),
                new SantralSettings.Recordings(null),
                Duration.ofHours(2),
                phones == null ? null : new SantralSettings.Demo(phones)));
    }
}
