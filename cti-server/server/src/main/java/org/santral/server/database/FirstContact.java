package org.santral.server.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/// The tables are brought up to date, and then everything else that a start does to them once.
///
/// A database that is away must not keep cards from agents: the server starts without it, this is tried again
/// every two seconds, and what had to wait is done in its order when the database is there. A database that
/// answers and refuses (a wrong password, a migration that does not fit) stops the start as it should.
public final class FirstContact implements FlywayMigrationStrategy, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstContact.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ReentrantLock turn = new ReentrantLock();
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean made;
    private volatile @Nullable String trouble;
    private @Nullable Thread waiter;

    @Override
    public void migrate(Flyway flyway) {
        try {
            flyway.migrate();
            made = true;
        } catch (RuntimeException e) {
            if (!isAway(e)) {
                throw e;
            }
            String reason = inWords(e);
            trouble = reason;
            LOG.warn("The database is away ({}): the server starts without it and goes on asking for it", reason);
            waiter = Thread.ofPlatform().name("first-contact").daemon().start(() -> wait(flyway));
        }
    }

    /// Does it at once, or as soon as the tables are there, after what was given before it. Then it is tried
    /// again should it fail, so it must stand being done twice.
    public void then(Runnable step) {
        turn.lock();
        try {
            if (!made) {
                steps.add(step);
                return;
            }
        } finally {
            turn.unlock();
        }
        step.run();
    }

    /// What the database said last, null once the tables are there.
    public @Nullable String trouble() {
        return trouble;
    }

    private void wait(Flyway flyway) {
        try {
            do {
                Thread.sleep(AGAIN);
            } while (!succeeds(flyway));
            LOG.info("The database is there; its tables are up to date");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean succeeds(Flyway flyway) {
        try {
            flyway.migrate();
            for (Runnable step = nextStep(); step != null; step = nextStep()) {
                step.run();
                done(step);
            }
            return true;
        } catch (RuntimeException e) {
            String reason = inWords(e);
            if (!Objects.equals(reason, trouble)) {
                LOG.warn("The database cannot be used yet: {}", reason);
            }
            trouble = reason;
            return false;
        }
    }

    /// @return null when nothing is left: from here on steps are done at once
    private @Nullable Runnable nextStep() {
        turn.lock();
        try {
            Runnable next = steps.peek();
            if (next == null) {
                made = true;
                trouble = null;
            }
            return next;
        } finally {
            turn.unlock();
        }
    }

    private void done(Runnable step) {
        turn.lock();
        try {
            steps.remove(step);
        } finally {
            turn.unlock();
        }
    }

    /// SQLSTATE class 08: nobody there, or somebody who has no room for one more.
    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = last(sql).getSQLState();
                return state == null ? sql instanceof SQLTransientConnectionException : state.startsWith("08");
            }
        }
        return false;
    }

    /// The pool's own "not available in time" stands before what the database or the network said.
    private static SQLException last(SQLException first) {
        SQLException last = first;
        for (Throwable cause = first; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                last = sql;
            }
        }
        return last;
    }

    private static String inWords(Throwable failure) {
        Throwable said = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                said = last(sql);
                break;
            }
        }
        return String.valueOf(said.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() throws InterruptedException {
        Thread waiting = waiter;
        if (waiting != null) {
            waiting.interrupt();
            waiting.join(Duration.ofSeconds(5));
        }
    }
}
