package org.santral.server.directory.outside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.santral.server.numbers.PhoneNumbers;

/// Against a server process of its own.
@Tag("directories")
@Timeout(60)
class HttpDirectoryTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int MOST = 100_000;
    private static final PhoneNumbers NUMBERS = new PhoneNumbers("IR", "9");
    private static final Map<String, String> FIELDS = Map.of(
            "key", "/id",
            "name", "/first /last",
            "company", "/account/name",
            "segment", "/tier",
            "numbers", "/phones /mobile");

    private Crm crm;
    private SafeHttp http;

    @BeforeEach
    void start() throws Exception {
        crm = new Crm();
        http = new SafeHttp(new Addresses(List.of("127.0.0.1")), null, LONGEST, MOST);
    }

    @AfterEach
    void stop() {
        http.close();
        crm.close();
    }

    @Test
    void theTemplateSaysWhatIsAskedWhereTheMatchesAreAndWhatTheFieldsMean() throws Exception {
        HttpDirectory directory = directory(
                "GET",
                "/people?phone={e164}&also={national}&or={digits}",
                "",
                Map.of("Authorization", "Bearer {secret}"),
                "/data/contacts");

        assertThat(directory.withNumber(NUMBERS.read("02130000001")))
                .containsExactly(
                        new Entry(
                                "4711",
                                "Anna Larsen",
                                "Nordic Paper",
                                "VIP",
                                null,
                                null,
                                null,
                                List.of(
                                        new Entry.Numbered("+98 21 3000 0001", "phones"),
                                        new Entry.Numbered("0912 123 4567", "mobile"))),
                        new Entry(
                                "4712",
                                "Namesake",
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(new Entry.Numbered("+98 21 3999 9999", "phones"))));
        assertThat(crm.seen())
                .containsExactly("GET | /people?phone=%2B982130000001&also=02130000001&or=982130000001"
                        + " | Bearer not-a-secret | null | ");
    }

    @Test
    void aQuestionMayBeABodyAndTheAnswerOneMatchAlone() throws Exception {
        crm.behave("body {\"id\": \"x\", \"first\": \"Boris\"}");
        HttpDirectory directory = directory("POST", "/search", "{\"q\": {\"phone\": \"{e164}\"}}", Map.of(), "");

        assertThat(directory.withNumber(NUMBERS.read("02130000001")))
                .extracting(Entry::name)
                .containsExactly("Boris");
        assertThat(crm.seen())
                .containsExactly("POST | /search | null | null | {\"q\": {\"phone\": \"+982130000001\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status 404",
                "status 204",
                "body {\"data\": {\"contacts\": []}}",
                "body {\"data\": {\"contacts\": null}}",
                "body {}",
                "body []",
                "body 7",
                "body {\"data\": {\"contacts\": [7, \"x\", null, {}, {\"id\": {}, \"first\": []}]}}"
            })
    void anAnswerWithoutMatchesIsNobody(String manner) throws Exception {
        crm.behave(manner);

        assertThat(people().withNumber(NUMBERS.read("02130000001"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "status 500, HTTP status 500",
        "status 401, HTTP status 401",
        "elsewhere, 'HTTP status 302, not followed'",
        "body not json, the answer is no JSON",
        "endless, the answer is longer than 100000 octets"
    })
    void whatIsNoAnswerIsTroubleThatSaysWhat(String manner, String said) throws Exception {
        crm.behave(manner);

        assertThatThrownBy(() -> people().withNumber(NUMBERS.read("02130000001")))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("not-a-secret");
        assertThat(crm.seen()).as("asked once").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"slow", "drip"})
    void whoDoesNotComeToAnEndIsGivenUp(String manner) throws Exception {
        crm.behave(manner);
        long began = System.nanoTime();

        assertThatThrownBy(() -> people().withNumber(NUMBERS.read("02130000001")))
                .isInstanceOf(SourceTrouble.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST.multipliedBy(4));
    }

    @Test
    void aDeepAnswerIsTroubleAndNothingWorse() throws Exception {
        crm.behave("body " + "[".repeat(40_000));

        assertThatThrownBy(() -> people().withNumber(NUMBERS.read("02130000001")))
                .isInstanceOf(SourceTrouble.class);
    }

    @Test
    void anAddressThatIsNotAllowedIsNotConnectedTo() throws Exception {
        try (SafeHttp strict = new SafeHttp(new Addresses(List.of()), null, LONGEST, MOST)) {
            HttpDirectory directory = directory(strict, "GET", "/people?phone={e164}", "", Map.of(), "");

            assertThatThrownBy(() -> directory.withNumber(NUMBERS.read("02130000001")))
                    .isInstanceOf(SourceTrouble.class)
                    .hasMessageContaining("127.0.0.1, which is refused");
        }
        assertThat(crm.seen()).isEmpty();
    }

    @Test
    void aNameThatLeadsElsewhereTheSecondTimeIsNotFollowedThere() throws Exception {
        String port = crm.url().replaceFirst(".*:", "");
        java.util.concurrent.atomic.AtomicInteger asked = new java.util.concurrent.atomic.AtomicInteger();
        Addresses rebinding = new Addresses(List.of(), host -> new java.net.InetAddress[] {
            // The first time an address of the documentation's, then this machine.
            java.net.InetAddress.getByName(asked.getAndIncrement() == 0 ? "192.0.2.1" : "127.0.0.1")
        });
        assertThat(rebinding.of("crm.example.com")).hasSize(1);
        try (SafeHttp strict = new SafeHttp(rebinding, null, LONGEST, MOST)) {
            assertThatThrownBy(() -> strict.send(new SafeHttp.Request(
                            "GET", java.net.URI.create("http://crm.example.com:" + port + "/x"), Map.of(), null)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("refused");
        }
        assertThat(crm.seen()).isEmpty();
    }

    private HttpDirectory people() {
        return directory("GET", "/people?phone={e164}", "", Map.of(), "/data/contacts");
    }

    private HttpDirectory directory(
            String method, String path, String body, Map<String, String> headers, String matches) {
        return directory(http, method, path, body, headers, matches);
    }

    private HttpDirectory directory(
            SafeHttp by, String method, String path, String body, Map<String, String> headers, String matches) {
        HttpSettings settings = new HttpSettings(
                method, crm.url() + path, headers, body, matches, FIELDS, "not-a-secret", null, null, null);
        assertThat(settings.wrong("at", new Addresses(List.of("127.0.0.1")))).isEmpty();
        return new HttpDirectory(settings, by);
    }
}
