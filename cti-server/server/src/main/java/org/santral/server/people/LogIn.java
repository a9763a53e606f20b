package org.santral.server.people;

import static org.santral.server.tables.Tables.PERSON;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Proves a password.
final class LogIn {
    private static final int LONGEST_PASSWORD = 256;

    private final DSLContext sql;
    private final PeopleInDatabase people;
    private final PasswordEncoder encoder;
    private final Throttle throttle;
    private final String nobodysHash;
    /// One proof costs 16 MB and tens of milliseconds of a core: two at a time, the others wait their turn.
    private final Semaphore proofs = new Semaphore(2, true);

    LogIn(DSLContext sql, PeopleInDatabase people, PasswordEncoder encoder, Throttle throttle) {
        this.sql = sql;
        this.people = people;
        this.encoder = encoder;
        this.throttle = throttle;
        this.nobodysHash = encoder.encode("nobody");
    }

    sealed interface Result {
        record Proved(Person person) implements Result {}

        record Wrong() implements Result {}

        record TooOften(Duration pause) implements Result {}

        record NotNow() implements Result {}
    }

    /// An unknown login takes as long as a wrong password and is answered the same.
    Result prove(String login, String password, String address) {
        Duration wait = throttle.wait(login, address);
        if (wait.isPositive()) {
            return new Result.TooOften(wait);
        }
        if (!people.isLoaded()) {
            return new Result.NotNow();
        }
        try {
            var known = people.byLogin(login);
            String hash = sql.select(PERSON.PASSWORD_HASH)
                    .from(PERSON)
                    .where(PERSON.LOGIN.eq(login), PERSON.ACTIVE.isTrue())
                    .fetchOptional(PERSON.PASSWORD_HASH)
                    .orElse(nobodysHash);
            if (matches(password, hash) && known.isPresent()) {
                throttle.right(login, address);
                return new Result.Proved(known.get());
            }
            throttle.wrong(login, address);
            return new Result.Wrong();
        } catch (DataAccessException e) {
            return new Result.NotNow();
        }
    }

    private boolean matches(String password, String hash) {
        if (password.length() > LONGEST_PASSWORD) {
            return false;
        }
        proofs.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            proofs.release();
        }
    }
}
