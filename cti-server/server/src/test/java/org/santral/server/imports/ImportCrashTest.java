package org.santral.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.CUSTOMER_WORD;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.customers.form.Definitions;
import org.santral.server.database.Pool;
import org.santral.server.imports.export.CustomerExport;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.ImportJobState;

/// What is left of an import when everything goes down, and what a book looks like that went out and came in again; in
/// databases of their own.
@Tag("db")
class ImportCrashTest {
    private static final PhoneNumbers NUMBERS = new PhoneNumbers("IR", "9");

    @TempDir
    Path folder;

    private final Pool pool = Pool.own();
    private final DSLContext sql = pool.sql();

    ImportCrashTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        pool.close();
    }

    @Test
    void whatIsKilledInTheMiddleGoesOnWithoutLosingOrDoublingARow() throws Exception {
        int rows = 30_000;
        StringBuilder list = new StringBuilder("name,phone,company\n");
        for (int i = 0; i < rows; i++) {
            list.append("Killed ")
                    .append(i)
                    .append(",0914")
                    .append(1_000_000 + i)
                    .append(",Firm ")
                    .append(i % 50);
            list.append('\n');
        }
        Importer importer = importer(sql);
        long id = take(importer, list.toString().getBytes(StandardCharsets.UTF_8));
        importer.run(id, false);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> importer.job(id).counts().position() > 0);
        ProcessHandle.of(pool.database().pid()).ifPresent(ProcessHandle::destroyForcibly);
        importer.close();
        pool.database().stop();
        pool.database().start();

        Importer next = importer(sql);
        ImportJobs.Job stopped = next.job(id);
        assertThat(stopped.state()).isEqualTo(ImportJobState.STOPPED);
        assertThat(stopped.counts().position()).isBetween(2_000L, rows - 1L);
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.NAME.startsWith("Killed")))
                .isEqualTo((int) stopped.counts().position() - 1);
        ImportJobs.Job done = run(next, id);

        assertThat(done.counts()).isEqualTo(new ImportJobs.Counts(rows + 1, rows, 0, 0, 0));
        assertThat(sql.selectDistinct(CUSTOMER.NAME)
                        .from(CUSTOMER)
                        .where(CUSTOMER.NAME.startsWith("Killed"))
                        .fetch())
                .hasSize(rows);
        assertThat(sql.fetchCount(CUSTOMER)).isEqualTo(rows + 50);
        assertThat(sql.fetchCount(CUSTOMER_NUMBER)).isEqualTo(rows);
        // killed, its number; firm, its number, for each of the firm's people and the firm
        assertThat(sql.fetchCount(CUSTOMER_WORD, CUSTOMER_WORD.WORD.eq("firm"))).isEqualTo(rows + 50);
    }

    @ParameterizedTest
    @EnumSource(CustomerExport.Format.class)
    void aBookThatGoesOutAndComesInElsewhereGoesOutTheSame(CustomerExport.Format format) throws Exception {
        define(sql);
        Path list = folder.resolve("list.csv");
        new SpreadsheetList(3, 1_500).write(list);
        Importer importer = importer(sql);
        run(importer, take(importer, Files.readAllBytes(list)));
        addOneThatHasEverything();
        byte[] first = export(sql, format);

        try (Pool elsewhere = Pool.own()) {
            DSLContext other = elsewhere.sql();
            define(other);
            Importer there = importer(other);
            ImportJobs.Job done = run(there, take(there, first));
            assertThat(done.counts().refused()).isZero();
            assertThat(new ImportJobs(other, InstantSource.system()).refusals(done.id(), 0, -1, 10))
                    .isEmpty();
            String before = text(export(sql, CustomerExport.Format.CSV));
            assertThat(text(export(other, CustomerExport.Format.CSV)).lines())
                    .containsExactlyElementsOf(
                            format == CustomerExport.Format.VCARD
                                    ? asInCards(before).lines().toList()
                                    : before.lines().toList());
        }
    }

    /// A card has no place of its own for an extension, and writes its numbers as URIs or not.
    private static String asInCards(String csv) {
        return csv.replace(",tel:+", ",+")
                .replace(",+98 21 8899 0000,head office,101,", ",'+98 21 8899 0000 ext 101,head office,,");
    }

    private void addOneThatHasEverything() {
        CustomerCheck.Result result = new CustomerCheck(NUMBERS, Definitions.now(sql))
                .check(new CustomerForm(
                        "PERSON",
                        "=HYPERLINK(\"http://x\")",
                        "say, \"it\"",
                        null,
                        "VIP",
                        null,
                        "fa-IR",
                        "line one\n-line two; \\ three",
                        true,
                        List.of(
                                new CustomerForm.Number(null, "+98 21 8899 0000", "101", "head office", false),
                                new CustomerForm.Number(null, "@nobody", null, null, false)),
                        List.of(new CustomerForm.Mail("a@example.com", null), new CustomerForm.Mail("b@x.ir", null)),
                        List.of(
                                new CustomerForm.Address("home", "Main; Street, 1", "0150", "Oslo", null, "NO"),
                                new CustomerForm.Address(null, null, null, "تهران", "استان", "IR")),
                        List.of("gold", "late payer"),
                        List.of(new CustomerForm.Consent("CALL", false, "2026-01-02T03:04:05Z", "said; so")),
                        Map.of("level", "a=b", "since", "2020-02-29"),
                        "crm",
                        "K;1"));
        new CustomerStore(sql, InstantSource.system())
                .create(
                        java.util.Objects.requireNonNull(
                                result.customer(), () -> result.faults().toString()),
                        "admin");
    }

    private static void define(DSLContext sql) {
        sql.execute("insert into segment (name) values ('VIP')");
        sql.execute("insert into tag (name) values ('gold'), ('late payer')");
        sql.execute(
                "insert into customer_field (name, label, kind) values ('level', 'L', 'TEXT'), ('since', 'S', 'DATE')");
    }

    private Importer importer(DSLContext in) {
        ImportJobs jobs = new ImportJobs(in, InstantSource.system());
        ImportRun.Tools tools = new ImportRun.Tools(
                in,
                new CustomerStore(in, InstantSource.system()),
                NUMBERS,
                jobs,
                new AccessLog(in, InstantSource.system()));
        Importer importer =
                new Importer(tools, new Uploads(new ImportSettings(folder.resolve("files" + in.hashCode()), 100)));
        importer.stopLeftOvers();
        return importer;
    }

    private static long take(Importer importer, byte[] file) throws IOException {
        return importer.take("list", new ByteArrayInputStream(file), Preview.Wanted.NOTHING, "admin")
                .job()
                .id();
    }

    private static ImportJobs.Job run(Importer importer, long id) {
        importer.run(id, false);
        ImportJobs.Job done = Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> importer.job(id), job -> job.state() != ImportJobState.RUNNING);
        assertThat(done.state()).as(String.valueOf(done.trouble())).isEqualTo(ImportJobState.DONE);
        return done;
    }

    private static byte[] export(DSLContext in, CustomerExport.Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CustomerExport(in, NUMBERS, format, "").write(out);
        return out.toByteArray();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
