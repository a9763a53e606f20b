package org.santral.phones.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.phones.daemon.Orders.Told;

/// What the door does not take, and what it says then.
class RefusalTest {
    private static Daemon daemon;
    private static Orders orders;

    @BeforeAll
    static void open() throws WrongOption {
        daemon = Daemon.open(Options.parse(List.of("--net", "143")));
        orders = new Orders(daemon.address());
    }

    @AfterAll
    static void close() {
        daemon.close();
    }

    @AfterEach
    void nothingWasPlaced() {
        assertThat(daemon.bench().callsUp()).isZero();
        assertThat(daemon.bench().failures()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {"to":"1"}                                        | from        | from is missing
                {"from":"0211"}                                   | to          | to is missing
                {"from":"","to":"1"}                              | from        | from is missing
                {"from":211,"to":"1"}                             | from        | write it in quotes
                {"from":"0211","to":"sales@x"}                    | to          | is no number to dial
                {"from":"0211","to":"1","name":"a\\r\\nVia: x"}   | name        | control character
                {"from":"02\\n11","to":"1"}                       | from        | control character
                {"from":"02\\u000011","to":"1","anonymous":true}  | from        | control character
                {"from":"0211","to":"1","name":"\\u0085"}         | name        | control character
                {"from":"0211","to":"1","name":"\\ud800"}         | name        | half a character
                {"from":"0211","to":"1","anonymous":"yes"}        | anonymous   | write true or false
                {"from":"0211","to":"1","talk":-1}                | talk        | from 0 to 86400
                {"from":"0211","to":"1","talk":"3s"}              | talk        | number of seconds
                {"from":"0211","to":"1","talk":1e999}             | talk        | number of seconds
                {"from":"0211","to":"1","answerAfter":3601}       | answerAfter | from 0 to 3600
                {"from":"0211","to":"1","giveUpAfter":true}       | giveUpAfter | number of seconds
                {"from":"0211","to":"1","ring":1}                 | ring        | the fields are from, name
                {"from":"0211","from":"0212","to":"1"}            |             | Duplicate
                {"from":"0211","to":"1"} {}                       |             | no JSON
                ["0211"]                                          |             | no JSON object
                {                                                 |             | no JSON
                """)
    void aWrongOrderIsRefusedWithItsFieldAndTheMend(String order, String field, String said) {
        Told told = orders.post("/calls", order);
        assertThat(told.status()).isEqualTo(400);
        assertThat(told.type()).isEqualTo("application/problem+json");
        assertThat(told.body().path("status").intValue()).isEqualTo(400);
        assertThat(told.text("title")).isEqualTo("Bad order");
        assertThat(told.text("field")).isEqualTo(field == null ? "" : field);
        assertThat(told.text("detail")).contains(said);
    }

    @Test
    void namesAndOrdersHaveAnEnd() {
        String name = "x".repeat(81);
        assertThat(orders.post("/calls", "{\"from\":\"1\",\"to\":\"1\",\"name\":\"" + name + "\"}")
                        .text("detail"))
                .contains("at most 80 characters");
        assertThat(orders.post("/calls", " ".repeat(16_385)).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                PUT  | /phones/1001         | {"mode":"loud"}     | 400 | mode is no way to answer
                PUT  | /phones/1001         | {}                  | 400 | mode is missing
                PUT  | /phones/1009         | {"mode":"desk"}     | 404 | no phone 1009
                POST | /phones/1001/answer  | {}                  | 409 | No call rings
                POST | /phones/1001/answer  | {"now":true}        | 400 | no fields
                POST | /phones/1001/dial    | {}                  | 400 | number is missing
                POST | /phones/1001/dial    | {"number":"1\\r2"}  | 400 | control character
                POST | /phones/1001/sing    | {}                  | 404 | can answer
                PUT  | /phones              | {}                  | 405 | GET
                POST | /phones/1001         | {}                  | 405 | GET and PUT
                PUT  | /calls               | {}                  | 405 | POST
                PUT  | /demo-calls          | {"perMinute":121}   | 400 | from 0 to 120
                PUT  | /demo-calls          | {"perMinute":1.5}   | 400 | whole number
                PUT  | /demo-calls          | {"perMinute":-1}    | 400 | whole number
                PUT  | /demo-calls          | {}                  | 400 | whole number
                POST | /nothing             | {}                  | 404 | there are /calls
                """)
    void otherOrdersTooAreRefusedWithTheMend(String method, String path, String order, int status, String said) {
        Told told = method.equals("PUT") ? orders.put(path, order) : orders.post(path, order);
        assertThat(told.status()).isEqualTo(status);
        assertThat(told.text("detail")).contains(said);
    }

    @Test
    void whatAWebPageCanSendIsNotTaken() {
        String order = "{\"from\":\"0211\",\"to\":\"1\"}";
        assertThat(orders.send(orders.request("/calls")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(order))
                                .build())
                        .status())
                .isEqualTo(415);
        assertThat(orders.send(orders.request("/calls")
                                .POST(BodyPublishers.ofString(order))
                                .build())
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aNameThatWasBentToThisMachineIsNotServed() throws IOException {
        URI door = daemon.address();
        try (Socket socket = new Socket(door.getHost(), door.getPort())) {
            socket.setSoTimeout(5_000);
            String request = "GET /phones HTTP/1.1\r\nHost: phones.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("driven at 127.0.0.1 only");
        }
    }
}
