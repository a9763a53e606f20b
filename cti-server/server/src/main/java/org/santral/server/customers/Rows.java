package org.santral.server.customers;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// Many rows of one table in few statements: by hand, because rendering them costs jOOQ more than the database
/// needs to write them.
final class Rows {
    private static final int A_STATEMENT = 500;
    /// From here on the driver's bulk statement is quicker: it sends values alone, which nobody has to parse.
    private static final int BULK = 100;

    private final String table;
    private final List<String> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    Rows(Table<?> table, TableField<?, ?>... columns) {
        this.table = table.getName();
        this.columns = Stream.of(columns).map(TableField::getName).toList();
    }

    /// @param values one for each column, null where it has none
    void add(@Nullable Object... values) {
        rows.add(values);
    }

    void insert(DSLContext in) {
        if (rows.size() < BULK) {
            write(in, false);
            return;
        }
        in.connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(statement(1, false))) {
                for (@Nullable Object[] row : rows) {
                    bind(statement, List.<@Nullable Object[]>of(row));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /// @return the ids that the database gave, in the order of the rows
    List<Long> insertReturningIds(DSLContext in) {
        return write(in, true);
    }

    private List<Long> write(DSLContext in, boolean wantsIds) {
        List<Long> ids = new ArrayList<>(wantsIds ? rows.size() : 0);
        in.connection(connection -> {
            for (int from = 0; from < rows.size(); from += A_STATEMENT) {
                List<@Nullable Object[]> some = rows.subList(from, Math.min(rows.size(), from + A_STATEMENT));
                try (PreparedStatement statement = connection.prepareStatement(statement(some.size(), wantsIds))) {
                    bind(statement, some);
                    if (wantsIds) {
                        try (ResultSet given = statement.executeQuery()) {
                            while (given.next()) {
                                ids.add(given.getLong(1));
                            }
                        }
                    } else {
                        statement.executeUpdate();
                    }
                }
            }
        });
        return ids;
    }

    private String statement(int count, boolean wantsIds) {
        String row = "(" + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
        return "insert into " + table + columns.stream().collect(Collectors.joining("`,`", " (`", "`) values "))
                + String.join(",", Collections.nCopies(count, row))
                + (wantsIds ? " returning id" : "");
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object[]> rows) throws SQLException {
        int at = 1;
        for (@Nullable Object[] row : rows) {
            for (@Nullable Object value : row) {
                statement.setObject(at++, plain(value));
            }
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case EnumType word -> word.getLiteral();
            case Instant at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC);
            case JSON json -> json.data();
            case null, default -> value;
        };
    }
}
