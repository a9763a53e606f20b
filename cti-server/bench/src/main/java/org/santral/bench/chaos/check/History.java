package org.santral.bench.chaos.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.bench.house.BenchDatabase;

/// Reads the history back.
final class History {
    private History() {}

    /// Oldest first.
    static List<Row> rows(BenchDatabase database) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("select * from call_record order by started_at, id")) {
            while (found.next()) {
                rows.add(row(found));
            }
        }
        return rows;
    }

    private static Row row(ResultSet found) throws SQLException {
        Map<String, String> all = new LinkedHashMap<>();
        ResultSetMetaData columns = found.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = found.getString(i);
            if (value != null) {
                all.put(columns.getColumnLabel(i), value);
            }
        }
        return new Row(
                found.getString("call_id"),
                found.getString("direction"),
                found.getString("caller_number"),
                found.getString("did"),
                found.getString("agent"),
                time(found.getObject("started_at", LocalDateTime.class)),
                optional(found.getObject("answered_at", LocalDateTime.class)),
                optional(found.getObject("ended_at", LocalDateTime.class)),
                found.getString("outcome"),
                found.getString("hung_up_by"),
                found.getString("certainty"),
                found.getString("part_of"),
                all);
    }

    private static Instant time(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant optional(@Nullable LocalDateTime utc) {
        return utc == null ? null : time(utc);
    }
}
