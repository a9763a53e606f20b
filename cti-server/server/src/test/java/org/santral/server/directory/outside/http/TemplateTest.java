package org.santral.server.directory.outside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TemplateTest {
    private static final String HOSTILE = "a\"b\\c\n</x>&d=1#?/../\u2028\u202e😀{e164}";

    @Test
    void whatIsFilledIntoAUrlStaysInItsPlace() {
        Template template = new Template("https://crm.example.com/people/{key}/calls?phone={e164}&x=1");

        assertThat(template.url(Map.of("key", "../admin?x=/", "e164", "+982130000001")))
                .hasToString("https://crm.example.com/people/..%2Fadmin%3Fx%3D%2F/calls?phone=%2B982130000001&x=1");
    }

    @Test
    void whatIsFilledIntoJsonStaysAString() {
        String json = new Template("{\"note\": \"{note}\", \"by\": \"x\"}").json(Map.of("note", HOSTILE));

        assertThat(JsonMapper.shared().readTree(json).get("note").asString()).isEqualTo(HOSTILE);
        assertThat(JsonMapper.shared().readTree(json).get("by").asString()).isEqualTo("x");
    }

    @Test
    void whatIsFilledIntoAHeaderStaysOnItsLine() {
        assertThat(new Template("{note}").header(Map.of("note", "x\r\nAuthorization: y")))
                .isEqualTo("xAuthorization: y");
    }

    @Test
    void bracesOfJsonAreNoPlaces() {
        assertThat(new Template("{\"a\": {\"b\": \"{e164}\"}, \"c\": {}}").places())
                .containsExactly("e164");
    }
}
