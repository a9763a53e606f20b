package org.santral.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.tables.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverRealHttp
class SessionTest {
    private final Browser browser;
    private final int port;
    private final Path passwords;
    private final DSLContext sql;

    SessionTest(@LocalServerPort int port, @Autowired PeopleSettings settings, @Autowired DSLContext sql) {
        this.port = port;
        this.browser = new Browser(port);
        this.passwords = settings.initialPasswordsFile();
        this.sql = sql;
    }

    @BeforeEach
    void everybodyIsLoggedOut() {
        sql.deleteFrom(Tables.SESSION).execute();
    }

    @Test
    void theFirstPasswordsStandInAFileOnlyItsOwnerReads() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(passwords))
                .extracting(line -> line.split("\\s+")[0] + " " + line.split("\\s+")[1])
                .contains("agent sara", "agent omid", "supervisor supervisor", "administrator admin");
    }

    @Test
    void whoIsNotLoggedInIsToldSoAndGivenTheTokenForTheLogIn() throws Exception {
        var answer = browser.get("/api/session");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"title\":\"Not logged in\"").contains("\"status\":401");
        assertThat(browser.cookie("XSRF-TOKEN")).isPresent();
    }

    @Test
    void theRightPasswordLogsIn() throws Exception {
        var answer = browser.logIn("sara", password("sara"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"login\":\"sara\",\"name\":\"Sara Ahmadi\",\"roles\":[\"agent\"],\"extension\":\"1001\","
                        + "\"demo\":false}");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("SANTRAL=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"));
        assertThat(browser.get("/api/session").body()).isEqualTo(answer.body());
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreAnsweredTheSame() throws Exception {
        var wrong = browser.logIn("sara", "wrong");
        var unknown = new Browser(port).logIn("nobody", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(browser.cookie("SANTRAL")).isEmpty();
    }

    @Test
    void aLogInWithoutTheTokenOfThePageIsRefused() throws Exception {
        var answer = browser.postWithoutToken(
                "/api/session", "{\"login\":\"sara\",\"password\":\"" + password("sara") + "\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Not from this page");
    }

    @Test
    void aCookieFromBeforeTheLogInIsWorthNothingAfterIt() throws Exception {
        String planted = "A".repeat(43);
        browser.setCookie("SANTRAL", planted);

        browser.logIn("sara", password("sara"));

        Browser attacker = new Browser(port);
        attacker.setCookie("SANTRAL", planted);
        assertThat(attacker.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void whoLogsOutIsOutWithEveryCopyOfTheCookie() throws Exception {
        browser.logIn("sara", password("sara"));
        Browser copy = new Browser(port);
        copy.setCookie("SANTRAL", browser.cookie("SANTRAL").orElseThrow());
        assertThat(copy.get("/api/session").statusCode()).isEqualTo(200);

        assertThat(browser.delete("/api/session").statusCode()).isEqualTo(204);

        assertThat(copy.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionOutlivesTheServer(@TempDir Path folder) throws Exception {
        browser.logIn("sara", password("sara"));
        String token = browser.cookie("SANTRAL").orElseThrow();

        Sessions afterRestart = new Sessions(
                sql, reloaded(), new KeptSessions(folder.resolve("none")), settings(), InstantSource.system());

        assertThat(afterRestart.personOf(token)).map(Person::login).hasValue("sara");
    }

    @Test
    void thePasswordIsKeptAsAnArgon2idHash() {
        assertThat(sql.fetchSingle(Tables.PERSON, Tables.PERSON.LOGIN.eq("sara"))
                        .getPasswordHash())
                .startsWith("{argon2}$argon2id$v=19$m=16384,t=2,p=1$");
    }

    private PeopleInDatabase reloaded() {
        PeopleInDatabase people = new PeopleInDatabase(sql);
        people.reload();
        return people;
    }

    private PeopleSettings settings() {
        return new PeopleSettings(passwords, java.time.Duration.ofHours(12), java.time.Duration.ofDays(7));
    }

    private String password(String login) throws IOException {
        return Browser.password(passwords, login);
    }
}
