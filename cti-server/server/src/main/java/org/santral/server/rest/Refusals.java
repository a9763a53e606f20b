package org.santral.server.rest;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Writes refusals as problem details (RFC 9457); `errors` names each fault.
@RestControllerAdvice
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int LOCK_WAIT = 1205;

    @ExceptionHandler(Refusal.class)
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), refusal.getMessage());
        problem.setTitle(refusal.title());
        if (!refusal.faults().isEmpty()) {
            problem.setProperty("errors", refusal.faults());
        }
        return ResponseEntity.of(problem).build();
    }

    /// Said instead of a page that would look empty.
    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<ProblemDetail> trouble(DataAccessException trouble) {
        boolean away = trouble.sqlStateClass() == SQLStateClass.C08_CONNECTION_EXCEPTION
                || trouble.sqlStateClass() == SQLStateClass.C40_TRANSACTION_ROLLBACK
                || trouble.getCause(SQLTransientException.class) != null
                || isLocked(trouble);
        LOG.warn("A request failed at the database: {}", trouble.getMessage());
        ProblemDetail problem = away
                ? ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "Nothing was read or written. Calls go on; try again.")
                : ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR, "Nothing was written. The server's log says more.");
        problem.setTitle(away ? "The database does not answer" : "The database refused this");
        return ResponseEntity.of(problem).build();
    }

    private static boolean isLocked(DataAccessException trouble) {
        SQLException cause = trouble.getCause(SQLException.class);
        return cause != null && cause.getErrorCode() == LOCK_WAIT;
    }
}
