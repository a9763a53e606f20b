package org.santral.server.replay;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.database.DatabaseSettings;
import org.santral.server.database.DatabaseTrouble;
import org.santral.server.database.EmbeddedMariaDb;

/// The calls of an exchange as they stand in `call_record`.
final class HistoryRows {
    private static final String JDBC = "jdbc:mariadb:";
    private static final String ROWS =
            "select call_id, direction, did, queue, agent, started_at, answered_at, ended_at, wait_millis, talk_millis,"
                    + " outcome, hung_up_by, certainty from call_record where pbx = ?";

    private HistoryRows() {}

    /// @param where a JDBC URL with user and password, or what the database of a server that is down keeps
    /// @throws Unusable where it cannot be read
    static Map<CallId, Written> read(String where, PbxId pbx) {
        if (where.startsWith(JDBC)) {
            return read(pbx, where, null, null);
        }
        try (EmbeddedMariaDb database = new EmbeddedMariaDb(DatabaseSettings.embedded(Path.of(where)))) {
            return read(pbx, database.url(), database.user(), database.password());
        } catch (DatabaseTrouble e) {
            throw new Unusable(1, e.getMessage() + ": stop that server, or name its database with a JDBC URL");
        }
    }

    private static Map<CallId, Written> read(PbxId pbx, String url, @Nullable String user, @Nullable String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setString(1, pbx.value());
            Map<CallId, Written> rows = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.put(new CallId(pbx, row.getString("call_id")), written(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new Unusable(1, "the history cannot be read: " + e.getMessage());
        }
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                row.getString("direction"),
                row.getString("did"),
                row.getString("queue"),
                row.getString("agent"),
                row.getObject("started_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                instant(row, "answered_at"),
                instant(row, "ended_at"),
                row.getLong("wait_millis"),
                row.getLong("talk_millis"),
                row.getString("outcome"),
                row.getString("hung_up_by"),
                row.getString("certainty"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }
}
