package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.Browser;
import tools.jackson.databind.JsonNode;

/// Who is let in to `/ws`, and what is thrown out.
class DeskDoorTest extends LiveTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://127.0.0.1:1",
                "http://127.0.0.1.evil.example",
                "https://crm.example.evil.example"
            })
    void aPageOfAnotherOriginIsRefusedAlsoWithTheCookie(@Nullable String origin) throws Exception {
        String session = loggedIn("sara").cookie("SANTRAL").orElseThrow();

        assertThat(refused(session, origin)).isEqualTo(403);
    }

    @Test
    void ourOwnPageAndThoseTheAdministratorAllowsAreLetIn() throws Exception {
        String session = loggedIn("sara").cookie("SANTRAL").orElseThrow();

        for (String origin : new String[] {"http://127.0.0.1:" + port, "https://crm.example"}) {
            Screen screen = kept(Screen.from(port, session, origin));
            assertThat(screen.await(message -> true).path("me").path("login").asString())
                    .isEqualTo("sara");
        }
    }

    @Test
    void whoIsNotLoggedInIsRefused() {
        assertThat(refused(null, "http://127.0.0.1:" + port)).isEqualTo(401);
        assertThat(refused("A".repeat(43), "http://127.0.0.1:" + port)).isEqualTo(401);
    }

    @Test
    void aLogOutClosesEveryTabOfThatSessionAndNoOther() throws Exception {
        Browser one = loggedIn("sara");
        Browser other = loggedIn("sara");
        Screen tab = kept(Screen.open(port, one));
        Screen secondTab = kept(Screen.open(port, one));
        Screen elsewhere = kept(Screen.open(port, other));

        one.delete("/api/session");

        assertThat(tab.closeCode()).isEqualTo(4401);
        assertThat(secondTab.closeCode()).isEqualTo(4401);
        assertThat(elsewhere
                        .ask("still-here", "{\"type\":\"ready\",\"request\":\"still-here\",\"ready\":true}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "null",
                "{\"type\":\"sing\",\"request\":\"1\"}",
                "{\"type\":{\"a\":1}}",
                "{\"request\":\"1\"}",
                "{\"type\":\"answer\",\"call\":\"pbx1/1.1\"}",
                "{\"type\":\"answer\",\"request\":\"1\",\"call\":\"no-slash\"}",
                "{\"type\":\"choose\",\"request\":\"1\",\"call\":\"pbx1/1.1\",\"customer\":\"1; drop table\"}"
            })
    void whatIsNotUnderstoodClosesTheSocket(String message) throws Exception {
        Screen screen = screen("sara");
        screen.say(message);

        assertThat(screen.closeCode()).isEqualTo(4400);
    }

    @Test
    void aMessageOverSixteenKilobytesIsRefusedAndOneBelowIsRead() throws Exception {
        Screen screen = screen("sara");
        String wish = "{\"type\":\"ready\",\"request\":\"%s\",\"ready\":true,\"reason\":null}";
        assertThat(screen.ask("a".repeat(12_000), wish.formatted("a".repeat(12_000)))
                        .path("ok")
                        .asBoolean())
                .isTrue();
        screen.say(wish.formatted("a".repeat(17_000)));

        assertThat(screen.closeCode()).isEqualTo(1009);
    }

    @Test
    void aSocketThatIsThrownOutTakesNobodyWithIt() throws Exception {
        Screen other = screen("sara");
        Screen thrownOut = screen("sara");
        thrownOut.say("nonsense");
        assertThat(thrownOut.closeCode()).isEqualTo(4400);

        JsonNode reply = other.ask("still-here", "{\"type\":\"ready\",\"request\":\"still-here\",\"ready\":true}");
        assertThat(reply.path("ok").asBoolean()).isTrue();
    }

    private int refused(@Nullable String session, @Nullable String origin) {
        int[] status = {0};
        assertThatThrownBy(() -> kept(Screen.from(port, session, origin)))
                .isInstanceOfSatisfying(
                        CompletionException.class,
                        failed -> assertThat(failed.getCause())
                                .isInstanceOfSatisfying(
                                        WebSocketHandshakeException.class,
                                        refused -> status[0] =
                                                refused.getResponse().statusCode()));
        return status[0];
    }
}
