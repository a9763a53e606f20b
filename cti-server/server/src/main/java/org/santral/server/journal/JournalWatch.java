package org.santral.server.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;

/// Whether the journal is written, and how much room it has left.
public final class JournalWatch implements Watch {
    private static final long MEGABYTE = 1_000_000;
    /// A few minutes of a busy exchange.
    private static final long LEAST_FREE = 200 * MEGABYTE;

    private final Journal journal;
    private final Runnable nudge;

    /// @param nudge makes the loop write what is held, also when nobody calls
    public JournalWatch(Journal journal, Runnable nudge) {
        this.journal = journal;
        this.nudge = nudge;
    }

    @Override
    public void look(Conditions conditions) {
        Path folder = journal.folder();
        Journal.Gap gap = journal.gap();
        if (gap != null) {
            nudge.run();
        }
        String unsynced = journal.unsynced();
        String reason = gap != null ? gap.reason() : unsynced;
        conditions.set(
                reason != null,
                Kind.JOURNAL_FULL,
                folder.getFileName().toString(),
                "reason",
                reason == null ? "" : reason,
                "held",
                gap == null ? "0" : "" + gap.held(),
                "missed",
                gap == null ? "0" : "" + gap.missed(),
                "folder",
                folder.toAbsolutePath().normalize().toString());
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            conditions.set(
                    gap == null && free < LEAST_FREE,
                    Kind.JOURNAL_DISK_LOW,
                    folder.getFileName().toString(),
                    "free",
                    "" + free / MEGABYTE,
                    "folder",
                    folder.toAbsolutePath().normalize().toString());
        } catch (IOException e) {
            // The folder is gone: what is written next says so.
            conditions.ends(Kind.JOURNAL_DISK_LOW, folder.getFileName().toString());
        }
    }
}
