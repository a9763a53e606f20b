package org.santral.server.people;

import static org.santral.server.tables.Tables.SESSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is logged in. A session is a random token in a cookie; the table keeps its hash, so that people stay
/// logged in when the server starts anew, and memory keeps what was asked for, so that they do while the
/// database is away.
final class Sessions implements LogOuts {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    /// Being seen is written down at most so often.
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private final DSLContext sql;
    private final PeopleInDatabase people;
    private final KeptSessions kept;
    private final PeopleSettings settings;
    private final InstantSource clock;
    private final Instant startedAt;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> known = new ConcurrentHashMap<>();
    /// Ended while the table could not be written: they must not come to life again when it can be read.
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    private record Session(byte[] hash, String login, Instant createdAt, Instant seenAt, Instant writtenAt) {}

    Sessions(DSLContext sql, PeopleInDatabase people, KeptSessions kept, PeopleSettings settings, InstantSource clock) {
        this.sql = sql;
        this.people = people;
        this.kept = kept;
        this.settings = settings;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /// Who was logged in when this server last ran, as far as this machine knows.
    void recall() {
        KeptSessions.Kept lately = kept.read();
        people.recall(lately.people().stream()
                .map(one -> new PeopleInDatabase.Known(
                        one.id(), new Person(one.login(), one.name(), one.roles(), one.extension())))
                .toList());
        ended.addAll(lately.ended());
        for (KeptSessions.Row row : lately.sessions()) {
            Instant seenAt = Instant.ofEpochMilli(row.seenAt());
            known.put(
                    row.hash(),
                    new Session(
                            HexFormat.of().parseHex(row.hash()),
                            row.login(),
                            Instant.ofEpochMilli(row.createdAt()),
                            seenAt,
                            seenAt));
        }
    }

    /// The table can be read: what it does not know of the time before this start is over.
    void load() {
        deleteEnded();
        Map<String, Session> rows = new HashMap<>();
        sql.selectFrom(SESSION)
                .forEach(row -> people.loginOf(row.getPersonId())
                        .ifPresent(login -> rows.put(
                                key(row.getTokenHash()),
                                new Session(
                                        row.getTokenHash(),
                                        login,
                                        row.getCreatedAt(),
                                        row.getSeenAt(),
                                        row.getSeenAt()))));
        known.forEach((key, session) -> {
            if (!rows.containsKey(key) && session.createdAt.isBefore(startedAt) && known.remove(key, session)) {
                listeners.forEach(listener -> listener.accept(key));
            }
        });
        rows.values().removeIf(session -> isOver(session, startedAt));
        rows.forEach(known::putIfAbsent);
        keep();
    }

    private void keep() {
        kept.write(new KeptSessions.Kept(
                known.entrySet().stream()
                        .map(one -> new KeptSessions.Row(
                                one.getKey(),
                                one.getValue().login,
                                one.getValue().createdAt.toEpochMilli(),
                                one.getValue().seenAt.toEpochMilli()))
                        .toList(),
                people.all().stream()
                        .map(one -> new KeptSessions.Somebody(
                                one.id(),
                                one.person().login(),
                                one.person().name(),
                                one.person().roles(),
                                one.person().extension()))
                        .toList(),
                List.copyOf(ended)));
    }

    /// A new session for each log-in: whatever cookie the browser had before is worth nothing.
    ///
    /// @return the token for the cookie
    String open(Person person) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        byte[] hash = hash(token);
        int id = people.known(person.login()).orElseThrow().id();
        sql.deleteFrom(SESSION)
                .where(SESSION.SEEN_AT.lt(now.minus(settings.sessionIdle())))
                .execute();
        sql.insertInto(SESSION)
                .set(SESSION.TOKEN_HASH, hash)
                .set(SESSION.PERSON_ID, id)
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.SEEN_AT, now)
                .execute();
        known.values().removeIf(session -> isOver(session, now));
        known.put(key(hash), new Session(hash, person.login(), now, now, now));
        keep();
        return token;
    }

    Optional<Person> personOf(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] hash = hash(token);
        Instant now = clock.instant();
        Session session = known.get(key(hash));
        if (session == null && !ended.contains(key(hash))) {
            session = stored(hash);
        }
        if (session == null) {
            return Optional.empty();
        }
        if (isOver(session, now)) {
            close(token);
            return Optional.empty();
        }
        known.put(key(hash), seen(session, now));
        return people.byLogin(session.login);
    }

    void close(String token) {
        byte[] hash = hash(token);
        boolean was = known.remove(key(hash)) != null;
        listeners.forEach(listener -> listener.accept(key(hash)));
        // What nobody holds is not kept: anybody may send cookies.
        if (was) {
            ended.add(key(hash));
            tellTheTable();
            keep();
        }
    }

    private void tellTheTable() {
        try {
            deleteEnded();
        } catch (DataAccessException e) {
            LOG.warn("A session is over; the table is told when the database answers: {}", e.getMessage());
        }
    }

    private void deleteEnded() {
        for (String key : List.copyOf(ended)) {
            sql.deleteFrom(SESSION)
                    .where(SESSION.TOKEN_HASH.eq(HexFormat.of().parseHex(key)))
                    .execute();
            ended.remove(key);
        }
    }

    @Override
    public void listen(Consumer<String> ended) {
        listeners.add(ended);
    }

    @Override
    public void endWhatIsOver() {
        Instant now = clock.instant();
        known.forEach((key, session) -> {
            if (isOver(session, now) && known.remove(key, session)) {
                listeners.forEach(listener -> listener.accept(key));
            }
        });
        if (!ended.isEmpty()) {
            Thread.startVirtualThread(this::tellTheTable);
        }
    }

    /// What names the session of this token to others, who cannot use it.
    static String keyOf(String token) {
        return key(hash(token));
    }

    private boolean isOver(Session session, Instant now) {
        return session.seenAt.plus(settings.sessionIdle()).isBefore(now)
                || session.createdAt.plus(settings.sessionLongest()).isBefore(now);
    }

    private @Nullable Session stored(byte[] hash) {
        try {
            var row = sql.selectFrom(SESSION).where(SESSION.TOKEN_HASH.eq(hash)).fetchOne();
            return row == null
                    ? null
                    : people.loginOf(row.getPersonId())
                            .map(login ->
                                    new Session(hash, login, row.getCreatedAt(), row.getSeenAt(), row.getSeenAt()))
                            .orElse(null);
        } catch (DataAccessException e) {
            LOG.warn("A session cannot be checked, the database does not answer: {}", e.getMessage());
            return null;
        }
    }

    private Session seen(Session session, Instant now) {
        if (now.isBefore(session.writtenAt.plus(SEEN_STEP))) {
            return new Session(session.hash, session.login, session.createdAt, now, session.writtenAt);
        }
        Thread.startVirtualThread(() -> {
            writeSeen(session.hash, now);
            keep();
        });
        return new Session(session.hash, session.login, session.createdAt, now, now);
    }

    private void writeSeen(byte[] hash, Instant now) {
        try {
            sql.update(SESSION)
                    .set(SESSION.SEEN_AT, now)
                    .where(SESSION.TOKEN_HASH.eq(hash))
                    .execute();
        } catch (DataAccessException e) {
            LOG.debug("A session's use was not written down", e);
        }
    }

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
