package org.santral.bench.house;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A book of many customers, each with a mobile number of their own.
///
/// @param customers at most nine millions
public record BenchBook(int customers) {
    private static final int ROWS_A_STATEMENT = 5_000;
    private static final int FIRST = 1_000_000;

    /// As the carrier shows it: `09121000000` is the first customer's.
    public static String number(int customer) {
        return "0912" + (FIRST + customer);
    }

    public static String name(int customer) {
        return "Customer " + customer;
    }

    /// Writes what is missing; nothing when the book of an earlier run is whole.
    ///
    /// @return true when it had to be written
    public boolean fill(BenchDatabase database) throws SQLException {
        if (database.count("select count(*) from customer_number") == customers) {
            return false;
        }
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("set unique_checks = 0, foreign_key_checks = 0");
            sql.execute("truncate customer_number");
            sql.execute("truncate customer");
            connection.setAutoCommit(false);
            for (int from = 0; from < customers; from += ROWS_A_STATEMENT) {
                List<String> people = new ArrayList<>();
                List<String> numbers = new ArrayList<>();
                for (int i = from; i < Math.min(customers, from + ROWS_A_STATEMENT); i++) {
                    people.add("(%d,'PERSON','%s','fa',utc_timestamp(6))".formatted(i + 1, name(i)));
                    numbers.add("(%d,'%s','+98%s','mobile')"
                            .formatted(i + 1, number(i), number(i).substring(1)));
                }
                sql.execute("insert into customer (id, kind, name, language, created_at) values "
                        + String.join(",", people));
                sql.execute("insert into customer_number (customer_id, raw, e164, label) values "
                        + String.join(",", numbers));
                connection.commit();
            }
            sql.execute("analyze table customer, customer_number");
        }
        return true;
    }
}
