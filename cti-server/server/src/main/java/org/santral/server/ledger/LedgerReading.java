package org.santral.server.ledger;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ledger.CelRow;
import org.santral.asterisk.ledger.QueueLogLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what is new, wherever the exchange writes. One way that fails does not keep the other from being read.
final class LedgerReading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerReading.class);
    private static final Duration LOOK_BACK_EVERY = Duration.ofSeconds(30);

    /// An Asterisk that started while its database was away does not write into it until `cel_odbc` is loaded
    /// anew, although it is connected again. Files beside it tell that, or calls that were heard.
    private static final Duration SILENT_FOR = Duration.ofMinutes(1);

    private final LedgerSettings settings;
    private final LedgerTables tables;
    private final InstantSource clock;
    private final @Nullable LedgerFolder folder;
    private final @Nullable LedgerFolder queueLog;
    private final @Nullable LedgerDatabase database;
    private Instant lookedBack = Instant.EPOCH;
    private Instant newestInFiles = Instant.EPOCH;
    private Instant newestInDatabase = Instant.EPOCH;

    LedgerReading(LedgerSettings settings, String pbx, LedgerTables tables, InstantSource clock) {
        this.settings = settings;
        this.tables = tables;
        this.clock = clock;
        this.folder = settings.folder() == null ? null : new LedgerFolder(settings.folder(), LedgerFolder.NAME);
        this.queueLog = queueLog(settings.queueLog());
        this.database = settings.database().given() ? new LedgerDatabase(settings.database(), pbx) : null;
    }

    private static @Nullable LedgerFolder queueLog(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        Path whole = file.toAbsolutePath();
        return new LedgerFolder(
                Objects.requireNonNullElse(whole.getParent(), whole),
                whole.getFileName().toString());
    }

    /// @param trouble the first that there was, null when all is well
    /// @param detail what went wrong, or where was read
    /// @param unread bytes of files
    /// @param lateFrom the earliest step that belongs to a call which had been compared without it, null when
    ///     there is none
    record Read(
            @Nullable String trouble,
            String detail,
            long unread,
            @Nullable Instant lateFrom) {}

    /// @param heard when the newest call ended that was heard without the ledger
    Read read(Instant heard) {
        Round round = new Round();
        if (folder != null) {
            try {
                round.files(folder);
            } catch (IOException e) {
                round.trouble(word(e), detail(e, folder), e);
            }
        }
        if (database != null) {
            try {
                round.rows(database);
            } catch (SQLException e) {
                round.trouble("ledger-database-away", database.name() + ": " + e.getMessage(), e);
            }
        }
        // Last: what it says is of steps that are written before it.
        if (queueLog != null) {
            try {
                round.queueLog(queueLog);
            } catch (IOException e) {
                round.trouble(word(e), detail(e, queueLog), e);
            }
        }
        round.compare(heard);
        return round.end();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static String word(IOException e) {
        return e instanceof NoSuchFileException || e instanceof NotDirectoryException
                ? "folder-missing"
                : "folder-unreadable";
    }

    private static String detail(IOException e, LedgerFolder folder) {
        return (e instanceof AccessDeniedException ? "access denied: " : "") + folder.path();
    }

    /// Old rows go from the exchange's database too; old files are for whoever keeps that disk.
    void forget() {
        if (database == null) {
            return;
        }
        try {
            database.forget(tables.position(database.place()), settings.keepDays());
        } catch (SQLException e) {
            LOG.warn("Old rows of the ledger cannot be deleted from {}: {}", database.name(), e.getMessage());
        }
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }

    private final class Round {
        private final Instant now = clock.instant();
        private final List<String> places = new ArrayList<>();
        private boolean any;
        private long unread;
        private @Nullable Instant lateFrom;
        private @Nullable String trouble;
        private String detail = "";

        void trouble(String word, String words, Exception why) {
            LOG.debug("The ledger cannot be read ({})", word, why);
            if (trouble == null) {
                trouble = word;
                detail = words;
            }
        }

        void files(LedgerFolder from) throws IOException {
            places.add(from.path().toString());
            for (LedgerFolder.Found file : from.files()) {
                any = true;
                rotate(from, file, lines(from, file, false));
            }
        }

        void queueLog(LedgerFolder from) throws IOException {
            for (LedgerFolder.Found file : from.files()) {
                lines(from, file, true);
            }
        }

        /// @return up to where it has been read
        private long lines(LedgerFolder from, LedgerFolder.Found file, boolean ofQueues) throws IOException {
            long position = tables.position(file.place());
            while (position < file.size()) {
                LedgerPortion portion = from.read(file, position);
                if (portion.next() == position) {
                    break;
                }
                Instant newest = keep(file.place(), ofQueues ? ofCalls(portion) : portion);
                if (!ofQueues) {
                    newestInFiles = later(newestInFiles, newest);
                }
                position = portion.next();
            }
            unread += Math.max(0, file.size() - position);
            return position;
        }

        /// An exchange may have kept it for years.
        private LedgerPortion ofCalls(LedgerPortion portion) {
            Instant oldest = now.minus(Duration.ofDays(settings.keepDays()));
            List<LedgerPortion.Line> lines = new ArrayList<>();
            for (LedgerPortion.Line line : portion.lines()) {
                QueueLogLine read = QueueLogLine.read(line.text());
                if (read == null) {
                    lines.add(new LedgerPortion.Line(line.position(), ""));
                } else if (read.ofCall() && read.at().isAfter(oldest)) {
                    lines.add(new LedgerPortion.Line(line.position(), read.ledgerLine()));
                }
            }
            return new LedgerPortion(lines, portion.next());
        }

        private void rotate(LedgerFolder in, LedgerFolder.Found file, long position) throws IOException {
            boolean current = file.path().getFileName().toString().equals(LedgerFolder.NAME);
            if (current && settings.rotateMegabytes() > 0 && position >= settings.rotateMegabytes() * 1_000_000L) {
                in.rotate(now.getEpochSecond() + "");
            }
        }

        void rows(LedgerDatabase from) throws SQLException {
            places.add(from.name());
            LedgerPlace place = from.place();
            long position = tables.position(place);
            if (lookedBack.plus(LOOK_BACK_EVERY).isBefore(now)) {
                position = LedgerDatabase.lookBack(position);
                lookedBack = now;
            }
            any |= position > 0;
            for (LedgerPortion portion = from.read(position);
                    !portion.lines().isEmpty();
                    portion = from.read(portion.next())) {
                any = true;
                newestInDatabase = later(newestInDatabase, keep(place, portion));
            }
            if (folder != null && newestInDatabase.plus(SILENT_FOR).isBefore(newestInFiles)) {
                trouble("ledger-database-silent", from.name(), new SQLException("rows end before lines do"));
            }
        }

        /// Calls go by, and nothing is written of them anywhere.
        void compare(Instant heard) {
            boolean due = heard.isAfter(Instant.EPOCH) && heard.plus(SILENT_FOR).isBefore(now);
            Instant silentSince = heard.minus(SILENT_FOR);
            if (trouble == null
                    && due
                    && later(newestInFiles, newestInDatabase).isBefore(silentSince)
                    && tables.newest().orElse(Instant.EPOCH).isBefore(silentSince)) {
                trouble("ledger-silent", String.join(", ", places), new IOException("calls end, and no line does"));
            }
        }

        /// @return of the newest step
        private Instant keep(LedgerPlace place, LedgerPortion portion) {
            Instant late = tables.keep(place, portion, now);
            if (late != null && (lateFrom == null || late.isBefore(lateFrom))) {
                lateFrom = late;
            }
            return portion.lines().stream()
                    .map(line -> CelRow.read(line.text()))
                    .filter(Objects::nonNull)
                    .map(CelRow::at)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }

        Read end() {
            if (trouble != null) {
                return new Read(trouble, detail, unread, lateFrom);
            }
            return new Read(any ? null : "nothing-yet", String.join(", ", places), unread, lateFrom);
        }
    }
}
