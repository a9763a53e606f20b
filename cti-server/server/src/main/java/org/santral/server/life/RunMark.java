package org.santral.server.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that is there while the server runs and is taken away by a server that is stopped. Who finds one from
/// before knows that the run before was not.
public final class RunMark implements Watch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunMark.class);
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path mark;
    /// Put there by the Java machine itself, see `scripts/lib/server-instance.sh`.
    private final Path outOfMemory;
    private final InstantSource clock;
    private boolean begun;

    public RunMark(Path folder, InstantSource clock) {
        this.mark = folder.resolve("running");
        this.outOfMemory = folder.resolve("out-of-memory");
        this.clock = clock;
    }

    /// @param at about when: the last second in which it said that it lives
    record Ended(Kind why, Instant at) {}

    /// Sets the mark of this run, and says how the run before ended when nobody had stopped it.
    ///
    /// @param calls how many live calls the journal gave back
    public void begin(Conditions conditions, int calls) {
        try {
            Ended before = before();
            if (before != null) {
                conditions.happened(
                        before.why(),
                        "",
                        "at",
                        before.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "calls",
                        "" + calls);
            }
            Files.deleteIfExists(outOfMemory);
            Files.createDirectories(mark.toAbsolutePath().getParent());
            Files.writeString(mark, boot());
        } catch (IOException e) {
            LOG.warn("How the run before ended cannot be told, or will not be of this one: {}", e.getMessage());
        }
        begun = true;
    }

    private @Nullable Ended before() throws IOException {
        if (Files.exists(outOfMemory)) {
            return new Ended(
                    Kind.OUT_OF_MEMORY, Files.getLastModifiedTime(outOfMemory).toInstant());
        }
        if (!Files.exists(mark)) {
            return null;
        }
        Kind why = Files.readString(mark).equals(boot()) ? Kind.ENDED_UNASKED : Kind.MACHINE_RESTARTED;
        return new Ended(why, Files.getLastModifiedTime(mark).toInstant());
    }

    /// Another for each start of the machine; empty where the system does not tell.
    private static String boot() throws IOException {
        return Files.isReadable(BOOT) ? Files.readString(BOOT).strip() : "";
    }

    @Override
    public void look(Conditions conditions) {
        if (begun) {
            try {
                Files.setLastModifiedTime(mark, FileTime.from(clock.instant()));
            } catch (IOException e) {
                LOG.debug("The mark of this run was not renewed", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (begun) {
            Files.deleteIfExists(mark);
        }
    }
}
