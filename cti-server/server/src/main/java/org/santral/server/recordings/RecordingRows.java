package org.santral.server.recordings;

import static org.santral.server.tables.Tables.RECORDING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;
import org.santral.history.CallRecord;
import org.santral.history.Recording;
import org.santral.server.tables.enums.RecordingState;
import org.santral.server.tables.tables.records.RecordingRecord;
import tools.jackson.databind.json.JsonMapper;

/// `recording`, as far as the exchange speaks of it: one row a piece, under the connection it ran on. Writing twice
/// changes nothing.
public final class RecordingRows {
    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 255;

    private RecordingRows() {}

    /// The nth recording of a connection.
    private record Piece(String connection, int segment) {}

    /// As the column `pauses` holds it. Times are milliseconds since 1970, UTC.
    ///
    /// @param to null while it lasts
    /// @param by login, null when nobody of ours asked for it
    public record Pause(
            long from, @Nullable Long to, @Nullable String by) {}

    /// Writes what these records say of their recordings, inside the transaction of `tables`.
    public static void write(DSLContext tables, List<CallRecord> records) {
        Map<Piece, Recording> told = new LinkedHashMap<>();
        Map<Piece, CallRecord> calls = new HashMap<>();
        for (CallRecord record : records) {
            Map<String, Integer> segments = new HashMap<>();
            for (Recording recording : record.recordings()) {
                String connection = recording.connection().toString();
                Piece piece = new Piece(connection, segments.merge(connection, 1, Integer::sum) - 1);
                told.put(piece, recording);
                calls.put(piece, record);
            }
        }
        if (told.isEmpty()) {
            return;
        }
        Map<Piece, RecordingRecord> known = known(
                tables, told.keySet().stream().map(Piece::connection).distinct().toList());
        List<RecordingRecord> rows = new ArrayList<>();
        told.forEach((piece, recording) -> {
            RecordingRecord row = known.get(piece);
            if (row == null) {
                row = orphanOrNew(tables, calls.get(piece), recording);
            }
            fill(row, piece, calls.get(piece), recording);
            rows.add(row);
        });
        tables.batchStore(rows).execute();
    }

    private static Map<Piece, RecordingRecord> known(DSLContext tables, List<String> connections) {
        Map<Piece, RecordingRecord> known = new HashMap<>();
        tables.selectFrom(RECORDING)
                .where(RECORDING.CONNECTION.in(connections))
                .forEach(row -> known.put(new Piece(String.valueOf(row.getConnection()), row.getSegment()), row));
        return known;
    }

    /// A file that lay there before anybody spoke of it.
    private static RecordingRecord orphanOrNew(DSLContext tables, @Nullable CallRecord call, Recording recording) {
        String file = cut(recording.file());
        RecordingRecord orphan = file.isEmpty() || call == null
                ? null
                : tables.selectFrom(RECORDING)
                        .where(RECORDING.PBX.eq(call.call().pbx().value()))
                        .and(RECORDING.FILE.eq(file))
                        .and(RECORDING.CONNECTION.isNull())
                        .limit(1)
                        .fetchOne();
        RecordingRecord row = orphan == null ? tables.newRecord(RECORDING) : orphan;
        row.setState(RecordingState.EXPECTED);
        return row;
    }

    private static void fill(RecordingRecord row, Piece piece, @Nullable CallRecord call, Recording recording) {
        if (call == null) {
            return;
        }
        row.setPbx(call.call().pbx().value());
        row.setConnection(piece.connection());
        row.setSegment((short) piece.segment());
        row.setCallId(call.call().value());
        if (!recording.file().isEmpty()) {
            row.setFile(cut(recording.file()));
        }
        row.setStartedAt(recording.startedAt());
        row.setEndedAt(recording.endedAt());
        row.setTalkMillis(recording.talkMillis());
        row.setPauses(JSON.valueOf(JSON_MAPPER.writeValueAsString(recording.pauses().stream()
                .map(pause -> new Pause(
                        pause.from().toEpochMilli(),
                        pause.to() == null ? null : pause.to().toEpochMilli(),
                        pause.by() == null ? null : pause.by().value()))
                .toList())));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
