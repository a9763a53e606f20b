package org.santral.server.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in two lines, not in a stack trace, why the server did not start.
final class DatabaseTroubleAnalyzer extends AbstractFailureAnalyzer<DatabaseTrouble> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseTrouble cause) {
        return new FailureAnalysis(cause.getMessage(), cause.mend(), cause);
    }
}
