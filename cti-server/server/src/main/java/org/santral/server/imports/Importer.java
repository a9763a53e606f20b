package org.santral.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.Definitions;
import org.santral.server.imports.files.RowReader;
import org.santral.server.imports.mapping.Mapping;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.ImportJobState;

/// Takes files and runs jobs, one at a time.
final class Importer implements AutoCloseable {
    private static final Duration UNTIL_A_BATCH_IS_WRITTEN = Duration.ofSeconds(20);

    private final ImportRun.Tools tools;
    private final ImportJobs jobs;
    private final Uploads uploads;
    /// Null between two jobs.
    private volatile @Nullable ImportRun running;
    private volatile @Nullable Thread worker;

    Importer(ImportRun.Tools tools, Uploads uploads) {
        this.tools = tools;
        this.jobs = tools.jobs();
        this.uploads = uploads;
        uploads.forgetHalves();
    }

    /// To be called once when the server starts, as soon as there is a database: what a killed one left running
    /// stands still.
    synchronized void stopLeftOvers() {
        ImportRun run = running;
        jobs.stopLeftOvers(run == null ? 0 : run.id());
    }

    /// A job and what its file begins with.
    record Looked(ImportJobs.Job job, Preview preview) {}

    Looked take(String name, InputStream body, Preview.Wanted wanted, String login) throws IOException {
        Path received = uploads.receive(body);
        boolean kept = false;
        try {
            RowReader.Format format = Uploads.formatOf(received);
            Preview preview = Preview.of(received, format, wanted, ownFields());
            long id = jobs.add(name, format, Files.size(received), preview.mapping(), login);
            uploads.keep(received, id);
            kept = true;
            return new Looked(job(id), preview);
        } finally {
            if (!kept) {
                uploads.delete(received);
            }
        }
    }

    Set<String> ownFields() {
        return Definitions.now(tools.sql()).fields().stream()
                .map(Definitions.Field::name)
                .collect(Collectors.toSet());
    }

    ImportJobs.Job job(long id) {
        return jobs.find(id).orElseThrow(() -> Refusal.notFound("There is no import " + id + "."));
    }

    Looked look(long id) throws IOException {
        ImportJobs.Job job = job(id);
        Mapping mapping = job.mapping();
        return new Looked(
                job,
                Preview.of(
                        file(job),
                        job.fileFormat(),
                        new Preview.Wanted(
                                mapping.encoding(),
                                mapping.delimiter(),
                                mapping.header(),
                                mapping.sheet(),
                                mapping.kind(),
                                mapping.source(),
                                mapping.columns()),
                        ownFields()));
    }

    private Path file(ImportJobs.Job job) {
        Path file = uploads.of(job.id());
        if (!Files.exists(file)) {
            throw Refusal.conflict("No file", "The file of this import is deleted; upload it again.");
        }
        return file;
    }

    synchronized Looked map(long id, Preview.Wanted wanted) throws IOException {
        job(id);
        orRefuseWhileRunning(id);
        ImportJobs.Job job = job(id);
        if (hasBegun(job)) {
            throw Refusal.conflict(
                    "Begun", "Rows were brought in as they were mapped; upload the file again to read it otherwise.");
        }
        Preview preview = Preview.of(file(job), job.fileFormat(), wanted, ownFields());
        jobs.map(id, preview.mapping());
        return new Looked(job(id), preview);
    }

    private void orRefuseWhileRunning(long id) {
        ImportRun run = busy();
        if (run != null && run.id() == id) {
            throw Refusal.conflict("Running", "Stop it first.");
        }
    }

    /// Rows of it are in the book.
    private static boolean hasBegun(ImportJobs.Job job) {
        return !job.dryRun() && job.counts().position() > 0;
    }

    /// One that has told its end is in nobody's way: it is over in a moment.
    private @Nullable ImportRun busy() {
        ImportRun run = running;
        if (run != null && job(run.id()).state() != ImportJobState.RUNNING) {
            join();
            return running;
        }
        return run;
    }

    private void join() {
        Thread thread = worker;
        if (thread != null) {
            try {
                thread.join(UNTIL_A_BATCH_IS_WRITTEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Goes on where it was, unless nothing was written yet.
    synchronized ImportJobs.Job run(long id, boolean dryRun) {
        job(id);
        ImportRun busy = busy();
        if (busy != null) {
            throw Refusal.conflict("Busy", "Import " + busy.id() + " is running; one is done after the other.");
        }
        ImportJobs.Job job = job(id);
        if (job.state() == ImportJobState.DONE && !job.dryRun()) {
            throw Refusal.conflict("Done", "This import is done; upload the file again to bring it in once more.");
        }
        if (dryRun && hasBegun(job)) {
            throw Refusal.conflict(
                    "Begun", "Rows are in the book already: what is to come can only be brought in too.");
        }
        Path file = file(job);
        jobs.started(id, dryRun, dryRun || job.dryRun());
        ImportJobs.Job started = job(id);
        ImportRun run = new ImportRun(tools, started, file);
        running = run;
        worker = Thread.ofPlatform().name("import").daemon().start(() -> work(run, file));
        return started;
    }

    private void work(ImportRun run, Path file) {
        try {
            if (run.run()) {
                uploads.delete(file);
            }
        } finally {
            running = null;
        }
    }

    synchronized ImportJobs.Job stop(long id) {
        ImportJobs.Job job = job(id);
        Optional.ofNullable(running).filter(run -> run.id() == id).ifPresent(ImportRun::stop);
        return job;
    }

    synchronized void delete(long id) {
        job(id);
        orRefuseWhileRunning(id);
        uploads.delete(uploads.of(id));
        jobs.delete(id);
    }

    /// Lets the batch that is being written come to its end.
    @Override
    public void close() {
        Optional.ofNullable(running).ifPresent(ImportRun::stop);
        join();
    }
}
