package org.santral.server.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ledger.CelRow;

/// The ledger in a database of the exchange's side: the table `santral_cel`, as `ledger.sql` of pbx-config makes
/// it. Read with an account that may only read it and delete from it.
final class LedgerDatabase implements AutoCloseable {
    /// Ids are given before rows are seen: one that was slow appears behind its successors.
    private static final int LATE_IDS = 500;

    private static final int AT_ONCE = 5_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    /// In the order of a line of the ledger.
    private static final List<String> TEXTS = List.of(
            "channame",
            "cid_num",
            "cid_name",
            "cid_dnid",
            "exten",
            "context",
            "appname",
            "appdata",
            "peer",
            "userdeftype",
            "extra");

    private static final String ROWS = "select id, eventtype, eventtime, uniqueid, linkedid, "
            + String.join(", ", TEXTS) + " from santral_cel where pbx = ? and id > ? order by id limit " + AT_ONCE;
    private static final String BEGUN = "select coalesce(create_time, '') from information_schema.tables"
            + " where table_schema = database() and table_name = 'santral_cel'";
    private static final String OLD = "delete from santral_cel where pbx = ? and id <= ?"
            + " and written_at < current_timestamp(6) - interval ? day order by id limit " + AT_ONCE;

    private final LedgerSettings.Database settings;
    private final String pbx;
    private @Nullable Connection connection;

    LedgerDatabase(LedgerSettings.Database settings, String pbx) {
        this.settings = settings;
        this.pbx = pbx;
    }

    /// For people: without account and options.
    String name() {
        return settings.where();
    }

    /// A table that was emptied or made anew begins its ids again, and is another place.
    LedgerPlace place() throws SQLException {
        try (PreparedStatement ask = connected().prepareStatement(BEGUN);
                ResultSet found = ask.executeQuery()) {
            if (!found.next()) {
                throw new SQLException("there is no table santral_cel in " + name() + ": run ledger.sql there");
            }
            String begun = "santral_cel of " + pbx + " begun " + found.getString(1);
            return new LedgerPlace(name(), LedgerPlace.fingerprint(begun.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// Rows behind an id, in the order in which they were written, no more than a few thousand.
    LedgerPortion read(long after) throws SQLException {
        List<LedgerPortion.Line> lines = new ArrayList<>();
        long next = after;
        try (PreparedStatement ask = connected().prepareStatement(ROWS)) {
            ask.setBytes(1, pbx.getBytes(StandardCharsets.UTF_8));
            ask.setLong(2, after);
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    next = row.getLong("id");
                    lines.add(new LedgerPortion.Line(next, line(row)));
                }
            }
        }
        return new LedgerPortion(lines, next);
    }

    /// Where to look again for what came late.
    static long lookBack(long position) {
        return Math.max(0, position - LATE_IDS);
    }

    /// What cannot be understood is an empty line, as in a file.
    private static String line(ResultSet row) throws SQLException {
        List<byte[]> texts = new ArrayList<>();
        for (String column : TEXTS) {
            byte[] text = row.getBytes(column);
            texts.add(text == null ? new byte[0] : text);
        }
        Instant at = instant(text(row, "eventtime"));
        return at == null
                ? ""
                : CelRow.line(text(row, "eventtype"), at, text(row, "uniqueid"), text(row, "linkedid"), texts);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        byte[] text = row.getBytes(column);
        return text == null ? "" : new String(text, StandardCharsets.UTF_8);
    }

    private static @Nullable Instant instant(String utc) {
        try {
            return LocalDateTime.parse(utc, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /// Deletes rows that have been read and are older than so many days by the database's clock.
    ///
    /// @param read the last id that has been read
    void forget(long read, int days) throws SQLException {
        int gone;
        do {
            try (PreparedStatement delete = connected().prepareStatement(OLD)) {
                delete.setBytes(1, pbx.getBytes(StandardCharsets.UTF_8));
                delete.setLong(2, read);
                delete.setInt(3, days);
                gone = delete.executeUpdate();
            }
        } while (gone == AT_ONCE);
    }

    private Connection connected() throws SQLException {
        Connection known = connection;
        if (known != null && known.isValid(2)) {
            return known;
        }
        close();
        Properties access = new Properties();
        access.setProperty("user", settings.user());
        access.setProperty("password", settings.password());
        access.setProperty("connectTimeout", "5000");
        access.setProperty("socketTimeout", "30000");
        Connection opened = DriverManager.getConnection(settings.url(), access);
        connection = opened;
        return opened;
    }

    @Override
    public void close() {
        Connection known = connection;
        connection = null;
        if (known != null) {
            try {
                known.close();
            } catch (SQLException e) {
                // It was broken already; a new one is opened when it is needed.
            }
        }
    }
}
