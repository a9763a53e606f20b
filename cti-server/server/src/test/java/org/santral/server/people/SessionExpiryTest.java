package org.santral.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.PERSON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.santral.server.database.Pool;

/// A session ends for everybody who keeps something open for it, not only for who asks.
@Tag("db")
class SessionExpiryTest {
    private static final PeopleSettings SETTINGS =
            new PeopleSettings(Path.of("unused"), Duration.ofHours(12), Duration.ofDays(7));

    private final DSLContext sql = Pool.shared().sql();
    private final List<String> ended = new ArrayList<>();

    /// Written behind the back of whoever asks, perhaps after the test: not in a folder that is deleted with it.
    private final Path kept = Path.of("target", "kept-sessions-" + System.nanoTime() + ".json");

    private Instant now = Instant.parse("2026-11-25T02:00:00Z");

    /// The tables are shared, and a server that finds nobody makes its first people.
    @AfterEach
    void forget() {
        sql.deleteFrom(PERSON).where(PERSON.NAME.eq("Who Listens")).execute();
    }

    @Test
    void whoOnlyListensIsToldWhenTheSessionIsOverForWantOfUse() {
        Person person = somebody();
        Sessions sessions = sessions();
        String token = sessions.open(person);
        now = now.plus(Duration.ofHours(11));
        assertThat(sessions.personOf(token)).isPresent();
        now = now.plus(Duration.ofHours(11));
        sessions.endWhatIsOver();
        assertThat(ended).isEmpty();

        now = now.plus(Duration.ofHours(2));
        sessions.endWhatIsOver();
        sessions.endWhatIsOver();
        assertThat(ended).containsExactly(Sessions.keyOf(token));
        assertThat(sessions.personOf(token)).isEmpty();
    }

    @Test
    void noUseKeepsASessionLongerThanTheLongest() {
        Person person = somebody();
        Sessions sessions = sessions();
        String token = sessions.open(person);
        for (int hours = 0; hours < 7 * 24; hours += 8) {
            now = now.plus(Duration.ofHours(8));
            sessions.personOf(token);
        }
        assertThat(ended).isEmpty();

        now = now.plusSeconds(1);
        sessions.endWhatIsOver();
        assertThat(ended).containsExactly(Sessions.keyOf(token));
    }

    private Sessions sessions() {
        PeopleInDatabase people = new PeopleInDatabase(sql);
        people.reload();
        Sessions sessions = new Sessions(sql, people, new KeptSessions(kept), SETTINGS, () -> now);
        sessions.listen(ended::add);
        return sessions;
    }

    private Person somebody() {
        String login = "listens-" + System.nanoTime();
        sql.insertInto(PERSON)
                .set(PERSON.LOGIN, login)
                .set(PERSON.NAME, "Who Listens")
                .set(PERSON.PASSWORD_HASH, "{none}")
                .set(PERSON.ACTIVE, (byte) 1)
                .set(PERSON.CREATED_AT, now)
                .execute();
        return new Person(login, "Who Listens", Set.of(Role.AGENT), null);
    }
}
