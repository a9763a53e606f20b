package org.santral.server.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.Definitions;
import org.santral.server.imports.ImportJobs.Trouble;
import org.santral.server.imports.files.BrokenFile;
import org.santral.server.imports.mapping.RowForms;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CustomerAccessWhat;
import org.santral.server.tables.enums.ImportJobState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One job from where it is to its end, or to where it is stopped.
final class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int DEADLOCK = 1213;
    private static final int LOCKED = 1205;
    private static final int MOST_TRIES = 5;
    private static final int MOST_ENDS = 60;
    private static final Duration BETWEEN_ENDS = Duration.ofSeconds(1);
    /// Files below it are looked up number by number.
    private static final long SMALL_FILE = 1 << 20;
    private static final long BYTES_A_NUMBER = 40;

    private final Tools tools;
    private final ImportJobs.Job job;
    private final Path file;
    private volatile boolean stopped;

    /// What every run works with.
    record Tools(DSLContext sql, CustomerStore store, PhoneNumbers numbers, ImportJobs jobs, AccessLog log) {}

    /// @param job as it was started
    ImportRun(Tools tools, ImportJobs.Job job, Path file) {
        this.tools = tools;
        this.job = job;
        this.file = file;
    }

    long id() {
        return job.id();
    }

    void stop() {
        stopped = true;
    }

    /// @return whether it is done and will not be asked for again
    boolean run() {
        try {
            ImportJobs.Counts counts = rows();
            boolean done = !stopped;
            end(done ? ImportJobState.DONE : ImportJobState.STOPPED, null, counts);
            return done && !job.dryRun();
        } catch (BrokenFile e) {
            end(ImportJobState.FAILED, new Trouble(e.reason(), e.row(), String.valueOf(e.getMessage())), null);
        } catch (IOException e) {
            LOG.warn("Import {} cannot read its file", job.id(), e);
            end(
                    ImportJobState.FAILED,
                    new Trouble("unreadable", 0, "The file cannot be read: " + e.getMessage()),
                    null);
        } catch (DataAccessException e) {
            LOG.warn("Import {} stopped at the database: {}", job.id(), e.getMessage());
            end(
                    ImportJobState.STOPPED,
                    new Trouble("database", 0, "The database did not take it; run it again to go on."),
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(ImportJobState.STOPPED, null, null);
        } catch (RuntimeException e) {
            LOG.error("Import {} failed", job.id(), e);
            end(
                    ImportJobState.FAILED,
                    new Trouble("server-fault", 0, "A fault of the server's; its log says more."),
                    null);
        }
        return false;
    }

    private ImportJobs.Counts rows() throws IOException, InterruptedException {
        CustomerCheck check = new CustomerCheck(tools.numbers(), Definitions.now(tools.sql()));
        KnownNumbers known = job.bytes() < SMALL_FILE
                ? KnownNumbers.unknown()
                : KnownNumbers.of(tools.sql(), job.bytes() / BYTES_A_NUMBER);
        BatchWriter writer =
                new BatchWriter(tools.sql(), tools.store(), tools.numbers(), check, tools.jobs(), job, known);
        ImportJobs.Counts counts = job.counts();
        try (RowBatches batches = new RowBatches(file, job, new RowForms(job.mapping(), check), counts.position())) {
            while (!stopped) {
                RowBatches.Batch batch = batches.next();
                counts = write(writer, batch, counts);
                Exception trouble = batch.trouble();
                if (trouble instanceof IOException unreadable) {
                    throw unreadable;
                }
                if (trouble instanceof RuntimeException broken) {
                    throw broken;
                }
                if (batch.last()) {
                    // It was stopped too late.
                    stopped = false;
                    return counts;
                }
            }
        }
        return counts;
    }

    /// What the database undid, because others wanted the same rows, is written again.
    private ImportJobs.Counts write(BatchWriter writer, RowBatches.Batch batch, ImportJobs.Counts before) {
        for (int tries = 1; ; tries++) {
            try {
                return writer.write(batch.rows(), batch.position(), batch.total(), before);
            } catch (DataAccessException e) {
                SQLException cause = e.getCause(SQLException.class);
                int code = cause == null ? 0 : cause.getErrorCode();
                if ((code != DEADLOCK && code != LOCKED) || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /// A database that is away comes back: the job must not look as if it ran when nobody runs it.
    private void end(ImportJobState state, @Nullable Trouble trouble, ImportJobs.@Nullable Counts counts) {
        for (int tries = 1; !isEnded(state, trouble, counts); tries++) {
            if (tries == MOST_ENDS) {
                LOG.error("How import {} ended could not be written; the next start of the server does", job.id());
                return;
            }
            LockSupport.parkNanos(BETWEEN_ENDS.toNanos());
        }
    }

    private boolean isEnded(ImportJobState state, @Nullable Trouble trouble, ImportJobs.@Nullable Counts counts) {
        try {
            tools.jobs().ended(job.id(), state, trouble);
            if (!job.dryRun() && counts != null) {
                tools.log()
                        .write(
                                tools.sql(),
                                job.login(),
                                null,
                                CustomerAccessWhat.IMPORTED,
                                job.name() + ": " + counts.added() + " added, " + counts.changed() + " changed");
            }
            return true;
        } catch (DataAccessException e) {
            LOG.warn("How import {} ended cannot be written yet: {}", job.id(), e.getMessage());
            return false;
        }
    }
}
