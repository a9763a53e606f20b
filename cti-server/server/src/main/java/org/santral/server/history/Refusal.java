package org.santral.server.history;

import java.sql.SQLException;
import java.util.Set;
import org.jooq.exception.DataAccessException;

/// Tells a record that no database would take from a database that is away.
final class Refusal {

    private static final Set<Integer> PASSING = Set.of(1213, 1205, 1020);

    private Refusal() {}

    /// True where trying again cannot help: a value the column has no room for (SQLSTATE class 22), a
    /// constraint (23), a value cut (01), or a record that never became a statement.
    static boolean of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("01"));
            }
        }
        return !(failure instanceof DataAccessException);
    }

    /// True for what the next attempt does not meet: a deadlock (1213), a lock held too long (1205), a row that
    /// changed under a read (1020).
    static boolean passes(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && PASSING.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /// What the database itself said, without the statement.
    static String inWords(RuntimeException failure) {
        Throwable cause = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (next instanceof SQLException) {
                cause = next;
            }
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
