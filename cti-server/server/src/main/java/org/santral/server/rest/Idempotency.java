package org.santral.server.rest;

import static org.santral.server.tables.Tables.IDEMPOTENT_REQUEST;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.tables.records.IdempotentRequestRecord;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A request with an idempotency key does its work once, however often it is sent.
///
/// The key is written in the same transaction as the work: either both are there or neither is, and nothing
/// has to be tidied up after a crash. Who sends the same while the first one is at work meets its lock.
public final class Idempotency {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int DELETED_AT_ONCE = 100;
    private static final int DUPLICATE = 1062;
    private static final int LOCKED = 1205;

    private final DSLContext sql;
    private final InstantSource clock;

    public Idempotency(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What is done once.
    ///
    /// @param key null where the request carries none: then it is simply done
    public record Asked(String login, @Nullable String key, String method, String path, JsonBody body) {}

    /// How it was answered.
    ///
    /// @param body JSON
    public record Answered(int status, @Nullable String location, String body) {

        public ResponseEntity<String> response() {
            ResponseEntity.BodyBuilder response = ResponseEntity.status(status);
            if (location != null) {
                response.location(URI.create(location));
            }
            return response.contentType(MediaType.APPLICATION_JSON).body(body);
        }
    }

    /// @param work given a transaction; what it throws undoes all of it, the key as well
    /// @throws Refusal 422 for a key that came with another request, 409 while that one is at work
    public Answered once(Asked asked, Function<DSLContext, Answered> work) {
        String key = asked.key();
        if (key == null) {
            return sql.transactionResult(inside -> work.apply(inside.dsl()));
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.ofParameter(
                    "Idempotency-Key", "invalid", "Write 1 to 128 visible characters of ASCII, best a random UUID.");
        }
        Instant now = clock.instant();
        forgetOld(now);
        return sql.transactionResult(inside -> {
            DSLContext in = inside.dsl();
            if (!isFirst(in, asked.login(), key, hash(asked), now)) {
                return again(in, asked, key);
            }
            Answered answered = work.apply(in);
            in.update(IDEMPOTENT_REQUEST)
                    .set(IDEMPOTENT_REQUEST.STATUS, (short) answered.status())
                    .set(IDEMPOTENT_REQUEST.LOCATION, answered.location())
                    .set(IDEMPOTENT_REQUEST.BODY, answered.body())
                    .where(IDEMPOTENT_REQUEST.LOGIN.eq(asked.login()))
                    .and(IDEMPOTENT_REQUEST.GIVEN_KEY.eq(key))
                    .execute();
            return answered;
        });
    }

    /// Looked for first: a DELETE by time would wait for whoever is at work.
    private void forgetOld(Instant now) {
        sql.select(IDEMPOTENT_REQUEST.LOGIN, IDEMPOTENT_REQUEST.GIVEN_KEY)
                .from(IDEMPOTENT_REQUEST)
                .where(IDEMPOTENT_REQUEST.AT.lt(now.minus(KEPT)))
                .limit(DELETED_AT_ONCE)
                .fetch()
                .forEach(old -> sql.deleteFrom(IDEMPOTENT_REQUEST)
                        .where(IDEMPOTENT_REQUEST.LOGIN.eq(old.value1()))
                        .and(IDEMPOTENT_REQUEST.GIVEN_KEY.eq(old.value2()))
                        .execute());
    }

    private static boolean isFirst(DSLContext in, String login, String key, byte[] hash, Instant now) {
        try {
            in.execute(
                    "set statement innodb_lock_wait_timeout = 0 for insert into {0} ({1}, {2}, {3}, {4})"
                            + " values ({5}, {6}, {7}, {8})",
                    IDEMPOTENT_REQUEST,
                    IDEMPOTENT_REQUEST.LOGIN.getUnqualifiedName(),
                    IDEMPOTENT_REQUEST.GIVEN_KEY.getUnqualifiedName(),
                    IDEMPOTENT_REQUEST.REQUEST_HASH.getUnqualifiedName(),
                    IDEMPOTENT_REQUEST.AT.getUnqualifiedName(),
                    org.jooq.impl.DSL.val(login, IDEMPOTENT_REQUEST.LOGIN),
                    org.jooq.impl.DSL.val(key, IDEMPOTENT_REQUEST.GIVEN_KEY),
                    org.jooq.impl.DSL.val(hash, IDEMPOTENT_REQUEST.REQUEST_HASH),
                    org.jooq.impl.DSL.val(now, IDEMPOTENT_REQUEST.AT));
            return true;
        } catch (DataAccessException e) {
            SQLException cause = e.getCause(SQLException.class);
            int code = cause == null ? 0 : cause.getErrorCode();
            if (code == DUPLICATE) {
                return false;
            }
            if (code == LOCKED) {
                throw Refusal.conflict(
                        "Still at work", "The same request is being done now; ask again to get its answer.");
            }
            throw e;
        }
    }

    private static Answered again(DSLContext in, Asked asked, String key) {
        IdempotentRequestRecord known = in.fetchSingle(
                IDEMPOTENT_REQUEST,
                IDEMPOTENT_REQUEST.LOGIN.eq(asked.login()).and(IDEMPOTENT_REQUEST.GIVEN_KEY.eq(key)));
        if (!Arrays.equals(known.getRequestHash(), hash(asked))) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Another request",
                    "This Idempotency-Key came with another request before; take a new one for each.");
        }
        Short status = known.getStatus();
        String body = known.getBody();
        if (status == null || body == null) {
            throw Refusal.conflict("Still at work", "The same request is being done now; ask again to get its answer.");
        }
        return new Answered(status, known.getLocation(), body);
    }

    private static byte[] hash(Asked asked) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((asked.method() + " " + asked.path() + "\n").getBytes(StandardCharsets.UTF_8));
            return sha.digest(asked.body().bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
