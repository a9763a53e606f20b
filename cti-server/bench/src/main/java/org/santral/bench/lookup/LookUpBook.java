package org.santral.bench.lookup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.santral.bench.house.BenchDatabase;
import org.santral.bench.house.BookWriter;
import org.santral.bench.search.Names;
import org.santral.server.customers.form.CustomerForm;

/// A million customers with three numbers each, and what a card tells of them: earlier calls, open cases,
/// promises, tags, what agents taught, some who were merged into others.
final class LookUpBook {
    static final int COMPANIES = 20_000;
    static final int CUSTOMERS = 1_000_000;
    static final int PEOPLE = CUSTOMERS - COMPANIES;
    static final int CALLS = 500_000;

    private static final int ROWS_A_STATEMENT = 5_000;
    private static final String AGENT = "agent1001";

    private final Numbering numbering = new Numbering(PEOPLE, COMPANIES);

    Numbering numbering() {
        return numbering;
    }

    /// Writes it unless an earlier run did.
    ///
    /// @return customers a second, 0 when nothing had to be written
    double fill(BenchDatabase database) throws SQLException {
        if (database.count("select count(*) from customer") == CUSTOMERS
                && database.count("select count(*) from call_record") == CALLS) {
            return 0;
        }
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("insert ignore into segment (name) values ('VIP'), ('partner')");
            sql.execute("insert ignore into tag (name) values ('newsletter'), ('fair')");
            sql.execute("insert ignore into case_category (name, kind) values ('Question', 'REQUEST')");
            double rate = BookWriter.writeAnew(database, this::people);
            long first = firstPerson(sql);
            whatCardsTell(sql, first);
            calls(connection, sql, first);
            sql.execute("analyze table call_record, customer_case, call_back, customer_tag, learned_number");
            return rate;
        }
    }

    private void people(BookWriter writer) {
        List<Long> companies = writer.write(COMPANIES, this::company);
        writer.write(PEOPLE, person -> person(person, companies));
    }

    private CustomerForm company(int company) {
        return BookWriter.company(
                Names.values()[company % 4].company(company),
                List.of(
                        BookWriter.number("0" + numbering.switchboard(company), "switchboard"),
                        BookWriter.number("0" + numbering.secondLine(company), "second line"),
                        BookWriter.number("0" + numbering.fax(company), "fax")));
    }

    private CustomerForm person(int person, List<Long> companies) {
        Random random = new Random(person);
        random.nextInt();
        Names script = Names.values()[random.nextInt(Names.values().length)];
        boolean behind = numbering.isBehindSwitchboard(person);
        String office = behind
                ? "0" + numbering.switchboard(numbering.employer(person)) + " ext " + numbering.extension(person)
                : "0" + numbering.office(person);
        return BookWriter.person(
                script.person(Names.Choice.any(random)),
                behind ? companies.get(numbering.employer(person)) : null,
                List.of(
                        BookWriter.number("+98" + numbering.mobile(person), "mobile"),
                        BookWriter.number("0" + numbering.home(person), "home"),
                        BookWriter.number(office, "office")),
                null,
                random.nextInt(5) == 0 ? List.of("newsletter") : List.of());
    }

    private static long firstPerson(Statement sql) throws SQLException {
        try (var row = sql.executeQuery("select min(id) from customer where kind = 'PERSON'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// People stand in the table in their order.
    private static void whatCardsTell(Statement sql, long first) throws SQLException {
        String people = " from customer where kind = 'PERSON' and (id - " + first + ")";
        sql.execute("update customer set segment_id = (select min(id) from segment) where kind = 'PERSON' and (id - "
                + first + ") % 10 = 4");
        sql.execute("update customer set merged_into = id - 1 where kind = 'PERSON' and (id - " + first + ") % 50 = 9");
        sql.execute("insert into customer_case (customer_id, category_id, title, opened_at, due_at) select id,"
                + " (select min(id) from case_category), 'It hums', '2026-11-01', '2026-12-01'" + people
                + " % 20 = 6");
        sql.execute("insert into call_back (customer_id, number, due_at, made_at) select id, '', '2026-12-01',"
                + " '2026-11-01'" + people + " % 40 = 7");
        sql.execute("insert into learned_number (e164, customer_id, login, last_at) select e164, customer_id, '" + AGENT
                + "', '2026-11-01' from customer_number where label = 'home' and customer_id in (select id" + people
                + " % 50 = 1)");
    }

    /// Of every second person one call, in an order of its own.
    private void calls(Connection connection, Statement sql, long first) throws SQLException {
        sql.execute("delete from call_record");
        sql.execute("set unique_checks = 0, foreign_key_checks = 0");
        connection.setAutoCommit(false);
        for (int from = 0; from < CALLS; from += ROWS_A_STATEMENT) {
            StringJoiner rows = new StringJoiner(",");
            for (int call = from; call < from + ROWS_A_STATEMENT; call++) {
                int person = (int) (call * 3_141_593L % PEOPLE);
                String at = "date_add('2026-01-01', interval " + call * 60L + " second)";
                rows.add("('book','%d',3,'INCOMING','NUMBER','0%s','','+98%s',%d,'%s',%s,%s,%s,4000,60000,'ANSWERED',"
                                .formatted(
                                        call,
                                        numbering.mobile(person),
                                        numbering.mobile(person),
                                        first + person,
                                        AGENT,
                                        at,
                                        at,
                                        at)
                        + "'LIVE','[]')");
            }
            sql.execute("insert into call_record (pbx, call_id, revision, direction, caller_class, caller_number,"
                    + " caller_name, e164, customer_id, agent, started_at, answered_at, ended_at, wait_millis,"
                    + " talk_millis, outcome, certainty, because) values " + rows);
            connection.commit();
        }
        connection.setAutoCommit(true);
    }
}
