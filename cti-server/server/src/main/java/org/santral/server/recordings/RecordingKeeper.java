package org.santral.server.recordings;

import static org.jooq.impl.DSL.count;
import static org.santral.server.tables.Tables.CALL_LEG;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.RECORDING;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.RecordingState;
import org.santral.server.tables.tables.records.RecordingRecord;

/// Looks whether the recordings that were spoken of are in the folder and whole, and whose the others are.
final class RecordingKeeper {
    /// An exchange closes a file a moment after the call's end.
    private static final Duration CLOSED = Duration.ofSeconds(2);
    /// What grew lately may be of a call whose record is still on its way.
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /// Of a shorter talk there need not be a file.
    private static final long WORTH_MILLIS = 500;

    private static final int BATCH = 200;

    /// An exchange's id of a connection inside the name of a file: seconds, a dot, a number, and before them the
    /// name of the system where it has one.
    private static final Pattern CONNECTION = Pattern.compile("(?:[A-Za-z0-9_]+-)?(\\d{9,11}\\.\\d{1,12})");

    private final DSLContext sql;
    private final RecordingFolder folder;
    private final String pbx;
    private final InstantSource clock;
    private final ReentrantLock one = new ReentrantLock();
    private volatile @Nullable Instant sweptAt;

    RecordingKeeper(DSLContext sql, RecordingFolder folder, String pbx, InstantSource clock) {
        this.sql = sql;
        this.folder = folder;
        this.pbx = pbx;
        this.clock = clock;
    }

    boolean looks() {
        return folder.known();
    }

    /// When the whole folder was looked at last, null since the start.
    @Nullable
    Instant sweptAt() {
        return sweptAt;
    }

    /// Recordings that have ended and were not looked at yet.
    void lookAtEnded() {
        if (!looks()) {
            return;
        }
        one.lock();
        try {
            Set<String> names = null;
            for (RecordingRecord row : sql.selectFrom(RECORDING)
                    .where(RECORDING.STATE.eq(RecordingState.EXPECTED))
                    .and(RECORDING.ENDED_AT.lt(clock.instant().minus(CLOSED)))
                    .orderBy(RECORDING.ENDED_AT)
                    .limit(BATCH)
                    .fetch()) {
                if (row.getFile() == null && names == null) {
                    names = folder.files().keySet();
                }
                look(row, names == null ? Set.of() : names);
            }
        } finally {
            one.unlock();
        }
    }

    /// All of the folder and all that is known of it.
    ///
    /// @return how many recordings there are now, by their state
    Map<RecordingState, Integer> sweep() {
        if (looks()) {
            one.lock();
            try {
                sweepFolder();
            } finally {
                one.unlock();
            }
        }
        return counts();
    }

    Map<RecordingState, Integer> counts() {
        Map<RecordingState, Integer> counts = new EnumMap<>(RecordingState.class);
        sql.select(RECORDING.STATE, count())
                .from(RECORDING)
                .groupBy(RECORDING.STATE)
                .forEach(row -> counts.put(row.value1(), row.value2()));
        return counts;
    }

    private void sweepFolder() {
        Map<String, Instant> files = folder.files();
        Instant settled = clock.instant().minus(SETTLED);
        Set<String> spokenOf = new HashSet<>();
        for (long last = 0; ; ) {
            var rows = sql.selectFrom(RECORDING)
                    .where(RECORDING.PBX.eq(pbx))
                    .and(RECORDING.ID.gt(last))
                    .orderBy(RECORDING.ID)
                    .limit(BATCH)
                    .fetch();
            if (rows.isEmpty()) {
                break;
            }
            for (RecordingRecord row : rows) {
                last = row.getId();
                if (row.getConnection() == null) {
                    lookAtOrphan(row, files);
                } else if (row.getEndedAt() != null || row.getState() != RecordingState.EXPECTED) {
                    lookAgain(row, files);
                }
                if (row.getFile() != null) {
                    spokenOf.add(row.getFile());
                }
            }
        }
        files.forEach((name, changed) -> {
            if (!spokenOf.contains(name) && changed.isBefore(settled)) {
                found(name);
            }
        });
        sweptAt = clock.instant();
    }

    /// One that was whole is read again only when it is gone or has another size.
    private void lookAgain(RecordingRecord row, Map<String, Instant> files) {
        boolean wasWhole = row.getState() == RecordingState.THERE;
        if (!wasWhole || row.getFile() == null || !files.containsKey(row.getFile())) {
            look(row, files.keySet());
        }
    }

    private void lookAtOrphan(RecordingRecord row, Map<String, Instant> files) {
        String file = row.getFile();
        if (file == null || !files.containsKey(file)) {
            row.delete();
        } else if (link(row, file)) {
            look(row, files.keySet());
        }
    }

    /// A file nobody spoke of: of a call that is known by the id in its name, or an orphan.
    private void found(String file) {
        if (file.length() > 255) {
            return;
        }
        RecordingRecord row = sql.newRecord(RECORDING);
        row.setPbx(pbx);
        row.setFile(file);
        row.setSegment((short) 0);
        row.setTalkMillis(0L);
        row.setPauses(JSON.valueOf("[]"));
        row.setState(RecordingState.ORPHANED);
        link(row, file);
        look(row, Set.of());
    }

    /// @return true when the id in the name is that of a connection in the history
    private boolean link(RecordingRecord row, String file) {
        for (String id : ids(file)) {
            String connection = pbx + "/" + id;
            var leg = sql.select(CALL_RECORD.CALL_ID, CALL_LEG.STARTED_AT, CALL_LEG.ENDED_AT)
                    .from(CALL_LEG)
                    .join(CALL_RECORD)
                    .on(CALL_RECORD.ID.eq(CALL_LEG.RECORD_ID))
                    .where(CALL_LEG.CONNECTION.eq(connection))
                    .and(CALL_RECORD.PBX.eq(pbx))
                    .orderBy(CALL_RECORD.ID.desc())
                    .limit(1)
                    .fetchOne();
            if (leg != null) {
                row.setConnection(connection);
                row.setSegment((short) sql.fetchCount(RECORDING, RECORDING.CONNECTION.eq(connection)));
                row.setCallId(leg.value1());
                row.setStartedAt(leg.value2());
                row.setEndedAt(leg.value3());
                row.setState(RecordingState.EXPECTED);
                return true;
            }
        }
        return false;
    }

    private void look(RecordingRecord row, Set<String> names) {
        row.setCheckedAt(clock.instant());
        if (row.getFile() == null) {
            nameByConnection(row, names);
        }
        String file = row.getFile();
        Optional<Path> found = file == null ? Optional.empty() : folder.find(file);
        try {
            if (found.isEmpty() && row.getTalkMillis() < WORTH_MILLIS) {
                nothingWasSaid(row);
                return;
            }
            if (found.isEmpty()) {
                row.setState(RecordingState.MISSING);
                row.setTrouble(file == null ? "unnamed" : "gone");
                row.setBytes(null);
                row.setLengthMillis(null);
            } else {
                WavLook look = WavLook.at(found.get(), row.getTalkMillis());
                row.setBytes(look.bytes());
                row.setLengthMillis(look.lengthMillis());
                row.setTrouble(look.trouble() == null ? null : look.trouble().word());
                row.setState(
                        row.getConnection() == null
                                ? RecordingState.ORPHANED
                                : look.trouble() == null ? RecordingState.THERE : RecordingState.TRUNCATED);
            }
        } catch (IOException e) {
            row.setState(RecordingState.MISSING);
            row.setTrouble("unreadable");
        }
        row.store();
    }

    /// An exchange that records while people talk makes no file of a call nobody answered.
    private static void nothingWasSaid(RecordingRecord row) {
        if (row.getId() != null) {
            row.delete();
        }
    }

    /// The exchange did not say how it called the file: one with the connection's id in its name is it. Of several
    /// pieces the first has the first, for exchanges write the time, or count, in such names.
    private void nameByConnection(RecordingRecord row, Set<String> names) {
        String connection = row.getConnection();
        if (connection == null) {
            return;
        }
        String id = connection.substring(connection.indexOf('/') + 1);
        Set<String> taken = sql.select(RECORDING.FILE)
                .from(RECORDING)
                .where(RECORDING.CONNECTION.eq(connection))
                .and(RECORDING.FILE.isNotNull())
                .fetchSet(RECORDING.FILE);
        names.stream()
                .filter(name -> ids(name).contains(id) && !taken.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(row::setFile);
    }

    /// What in a file's name may be the id of a connection: with the word before it, and without.
    private static List<String> ids(String file) {
        List<String> found = new ArrayList<>();
        Matcher ids = CONNECTION.matcher(file.substring(file.lastIndexOf('/') + 1));
        while (ids.find()) {
            found.add(ids.group());
            found.add(ids.group(1));
        }
        return found;
    }
}
