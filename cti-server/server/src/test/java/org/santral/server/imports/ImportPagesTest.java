package org.santral.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.imports.Manager.counts;
import static org.santral.server.imports.Manager.json;
import static org.santral.server.imports.Manager.place;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_ACCESS;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Files that a manager brings in, over real HTTP and a real MariaDB.
@OverRealHttp
class ImportPagesTest {
    private final DSLContext sql;
    private final Manager manager;
    private final Browser admin;
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    ImportPagesTest(@LocalServerPort int port, @Autowired PeopleSettings people, @Autowired DSLContext sql)
            throws Exception {
        this.sql = sql;
        this.manager = new Manager(port, people);
        this.admin = manager.browser();
    }

    @Test
    void aListIsLookedAtTriedAndBroughtIn() throws Exception {
        JsonNode looked = manager.upload(
                "نام;موبایل;شرکت;Mail\n%1$s احمدی;0912 345 6701;Firma %1$s;a@example.com\n".formatted(word) + word
                        + " Larsen;+98 912 345 6702;;no mail\n;021 1234 5603;;\n");
        String place = "/api/imports/" + looked.path("job").path("id").asLong();

        assertThat(looked.path("job").path("mapping").path("columns").values())
                .extracting(column -> column.path("field").asString() + "/"
                        + column.path("label").asString())
                .containsExactly("name/", "number/موبایل", "company/", "mail/");
        assertThat(looked.path("rows").get(0).get(2).asString()).isEqualTo("Firma " + word);

        JsonNode tried = manager.run(place, true);
        assertThat(counts(tried)).isEqualTo("DONE added 2 changed 0 unchanged 0 refused 1 of 4");
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.NAME.contains(word))).isZero();

        JsonNode done = manager.run(place, false);
        assertThat(counts(done)).isEqualTo("DONE added 2 changed 0 unchanged 0 refused 1 of 4");
        assertThat(admin.json(place + "/refusals").path("refusals").values())
                .extracting(
                        one -> one.path("row").asInt() + " " + one.path("field").asString() + " "
                                + one.path("value").asString() + " "
                                + one.path("reason").asString() + " "
                                + one.path("wholeRow").asBoolean())
                .containsExactly("3 Mail no mail invalid false", "4 نام  missing true");
        JsonNode found = admin.json("/api/customers?q=" + word).path("customers");
        assertThat(found.values())
                .extracting(one -> one.path("name").asString() + " of "
                        + one.path("company").path("name").asString(""))
                .containsExactlyInAnyOrder(
                        word + " احمدی of Firma " + word, word + " Larsen of ", "Firma " + word + " of ");
        assertThat(sql.fetchExists(
                        CUSTOMER_ACCESS,
                        CUSTOMER_ACCESS.LOGIN.eq("admin").and(CUSTOMER_ACCESS.DETAIL.contains("2 added"))))
                .isTrue();
        assertThat(admin.ask("POST", place + "/run", "{}").statusCode())
                .as("done is done")
                .isEqualTo(409);
    }

    @Test
    void whatWasTriedIsForgottenWithItsMappingAndNothingIsTriedOnceRowsAreIn() throws Exception {
        StringBuilder list = new StringBuilder("who,phone\n");
        for (int i = 0; i < 30; i++) {
            list.append("%s %d,0915%d\n".formatted(word, i, 1_000_000 + i));
        }
        JsonNode looked =
                manager.upload(list.append('"').append("x".repeat(2 << 20)).toString());
        String place = place(looked);
        assertThat(manager.run(place, true).path("refused").asInt())
                .as("no column is a name")
                .isEqualTo(30);

        manager.mapped(looked, "{\"columns\":[{\"field\":\"name\"},{\"field\":\"number\"}]}");
        JsonNode mapped = admin.json(place);
        assertThat(counts(mapped)).isEqualTo("UPLOADED added 0 changed 0 unchanged 0 refused 0 of 0");
        assertThat(mapped.path("trouble").isNull()).isTrue();
        assertThat(admin.json(place + "/refusals").path("refusals").size()).isZero();

        JsonNode broken = manager.run(place, false);
        assertThat(broken.path("state").asString()).isEqualTo("FAILED");
        assertThat(broken.path("added").asInt()).isEqualTo(30);
        assertThat(admin.ask("POST", place + "/run", "{\"dryRun\":true}").statusCode())
                .isEqualTo(409);
        assertThat(admin.json(place).path("added").asInt()).isEqualTo(30);
    }

    @Test
    void whoHasNoNumberIsToldApartByMail() throws Exception {
        String list = "name,mail\n%1$s A,a@example.com\n%1$s A,b@example.com\n%1$s A,A@Example.com\n".formatted(word);

        assertThat(counts(manager.run(place(manager.upload(list)), true)))
                .isEqualTo("DONE added 2 changed 0 unchanged 1 refused 0 of 4");
        assertThat(counts(manager.run(place(manager.upload(list)), false)))
                .isEqualTo("DONE added 2 changed 0 unchanged 1 refused 0 of 4");
        assertThat(counts(manager.run(place(manager.upload(list)), false)))
                .isEqualTo("DONE added 0 changed 0 unchanged 3 refused 0 of 4");
    }

    @Test
    void whoIsThereAlreadyIsNotThereTwice() throws Exception {
        String list = "name,phone,phone 2\n" + word + " A,09121110001,021 2222 0001\n" + word
                + " A,0912 111 0001,+982122220001\n" + word + " A,09121110001,\n" + word + " B,,\n" + word + " B,,\n";

        assertThat(counts(manager.run(place(manager.upload(list)), false)))
                .isEqualTo("DONE added 3 changed 0 unchanged 2 refused 0 of 6");
        assertThat(counts(manager.run(place(manager.upload(list)), true)))
                .isEqualTo("DONE added 0 changed 0 unchanged 5 refused 0 of 6");
        assertThat(counts(manager.run(place(manager.upload(list)), false)))
                .isEqualTo("DONE added 0 changed 0 unchanged 5 refused 0 of 6");
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.NAME.contains(word))).isEqualTo(3);
    }

    @Test
    void recordsOfAnotherProgramAreBroughtUpToDateAndKeepWhatColleaguesWrote() throws Exception {
        String mapping = """
                {"source":"crm","columns":[{"field":"sourceKey"},{"field":"name"},{"field":"number","label":"work"}]}""";
        manager.run(
                manager.mapped(
                        manager.upload("id,who,tel\n" + word + "1,Anna,02133330001\n" + word + "2,Berta,\n"), mapping),
                false);
        String anna = "/api/customers/by-source/crm/" + word + "1";
        HttpResponse<String> read = admin.get(anna);
        admin.ask("PUT", anna, read.body().replace("\"warning\":null", "\"warning\":\"deaf\""));

        JsonNode done = manager.run(
                manager.mapped(
                        manager.upload(
                                "id,who,tel\n" + word + "1,Anna Larsen,\n" + word + "2,Berta,\n" + word + "3,Clara,\n"),
                        mapping),
                false);

        assertThat(counts(done)).isEqualTo("DONE added 1 changed 1 unchanged 1 refused 0 of 4");
        JsonNode now = admin.json(anna);
        assertThat(now.path("name").asString()).isEqualTo("Anna Larsen");
        assertThat(now.path("warning").asString()).isEqualTo("deaf");
        assertThat(now.path("numbers").get(0).path("label").asString()).isEqualTo("work");
    }

    @Test
    void aNumberThatIsWrittenOtherwiseKeepsItsLabelAndThatItReachesNobody() throws Exception {
        String mapping = """
                {"source":"crm","columns":[{"field":"sourceKey"},{"field":"name"},{"field":"number"}]}""";
        manager.run(manager.mapped(manager.upload("id,who,tel\n" + word + ",Anna,02133330009\n"), mapping), false);
        String anna = "/api/customers/by-source/crm/" + word;
        String read = admin.get(anna).body();
        admin.ask(
                "PUT",
                anna,
                read.replace("\"label\":\"\"", "\"label\":\"work\"").replace("\"moved\":false", "\"moved\":true"));

        manager.run(
                manager.mapped(manager.upload("id,who,tel\n" + word + ",Anna L.,+98 21 3333 0009\n"), mapping), false);

        JsonNode now = admin.json(anna);
        JsonNode number = now.path("numbers").get(0);
        assertThat(now.path("name").asString()).isEqualTo("Anna L.");
        assertThat(number.path("label").asString()).isEqualTo("work");
        assertThat(number.path("moved").asBoolean()).isTrue();
    }

    @Test
    void oneRunsAtATimeIsStoppedAndGoesOn() throws Exception {
        StringBuilder list = new StringBuilder("name,phone\n");
        for (int i = 0; i < 40_000; i++) {
            list.append(word)
                    .append(' ')
                    .append(i)
                    .append(",0913")
                    .append(1_000_000 + i)
                    .append('\n');
        }
        String place = place(manager.upload(list.toString()));
        String other = place(manager.upload("name\nAnna\n"));

        admin.ask("POST", place + "/run", "{\"dryRun\":false}");
        assertThat(admin.ask("POST", other + "/run", "{}").statusCode()).isEqualTo(409);
        assertThat(admin.ask("DELETE", place, "").statusCode()).isEqualTo(409);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> admin.json(place).path("added").asInt() > 0);
        admin.ask("POST", place + "/stop", "");
        JsonNode stopped = manager.ended(place);
        assertThat(stopped.path("state").asString()).isEqualTo("STOPPED");
        assertThat(stopped.path("added").asInt()).isBetween(1, 39_999);
        assertThat(admin.ask("PUT", place + "/mapping", "{}").statusCode())
                .as("rows are in")
                .isEqualTo(409);

        JsonNode done = manager.run(place, false);
        assertThat(counts(done)).isEqualTo("DONE added 40000 changed 0 unchanged 0 refused 0 of 40001");
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.NAME.startsWith(word + " ")))
                .isEqualTo(40_000);
    }

    @Test
    void whatAnExportWritesComesInAgainAsItWas() throws Exception {
        admin.ask("POST", "/api/customers", """
                {"name":"=%1$s","warning":"+evil","numbers":[{"raw":"+98 912 000 4401"},{"raw":"-021-1234-4402","label":"@x"}],
                 "mails":["a@example.com","b@example.com"],
                 "addresses":[{"street":"Main; \\"Street\\"","city":"Oslo","country":"NO"},{"label":"home","city":"Bergen"}],
                 "consents":[{"about":"CALL","given":false,"at":"2026-01-02T03:04:05Z","remark":"a;b"}]}""".formatted(word));
        String csv = admin.get("/api/customers/export?format=csv&q=" + word).body();

        assertThat(csv).contains("'=" + word, "'+evil", ",+98 912 000 4401,", "'-021-1234-4402", "'@x");
        assertThat(counts(manager.run(place(manager.upload(csv)), false)))
                .isEqualTo("DONE added 0 changed 0 unchanged 1 refused 0 of 2");
        for (String format : new String[] {"xlsx", "vcard"}) {
            byte[] file = admin.download("/api/customers/export?q=" + word + "&format=" + format);
            JsonNode looked =
                    json(admin.upload("/api/imports?name=again", HttpRequest.BodyPublishers.ofByteArray(file)));
            assertThat(looked.path("job").path("format").asString()).isEqualToIgnoringCase(format);
            assertThat(manager.run(place(looked), false).path("unchanged").asInt())
                    .isEqualTo(1);
        }
        assertThat(sql.fetchExists(
                        CUSTOMER_ACCESS,
                        CUSTOMER_ACCESS
                                .DETAIL
                                .eq("csv: 1 customers of a search")
                                .and(CUSTOMER_ACCESS.LOGIN.eq("admin"))))
                .isTrue();
        assertThat(admin.get("/api/customers/export?format=pdf").statusCode()).isEqualTo(400);
    }

    @Test
    void aListOfFiftyThousandAsItComesOutOfASpreadsheetIsBroughtIn() throws Exception {
        Path file = Files.createTempFile(Path.of("target"), "fifty-thousand", ".csv");
        SpreadsheetList list = new SpreadsheetList(7, 50_000);
        SpreadsheetList.Written written = list.write(file);
        int companies = sql.fetchCount(CUSTOMER, CUSTOMER.NAME.eq("Nordic Paper"));
        JsonNode looked = json(admin.upload("/api/imports?name=list.csv", HttpRequest.BodyPublishers.ofFile(file)));
        Files.delete(file);

        JsonNode done = manager.run(place(looked), false);

        assertThat(done.path("added").asInt()).isEqualTo(written.different());
        assertThat(done.path("unchanged").asInt()).isEqualTo(written.again());
        assertThat(done.path("refused").asInt()).isEqualTo(written.nameless());
        assertThat(admin.get(place(looked) + "/refusals.csv").body().lines().filter(line -> line.endsWith(",value")))
                .hasSize(written.wrongValues());
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.NAME.eq("Nordic Paper"))).isEqualTo(Math.max(1, companies));
        for (int place : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12_346, 33_333, 49_999}) {
            assertThat(sql.select(CUSTOMER.NAME)
                            .from(CUSTOMER)
                            .join(CUSTOMER_NUMBER)
                            .on(CUSTOMER_NUMBER.CUSTOMER_ID.eq(CUSTOMER.ID))
                            .where(CUSTOMER_NUMBER.E164.eq("+98" + list.significant(place)))
                            .fetch(CUSTOMER.NAME))
                    .contains(SpreadsheetList.name(place));
        }
    }
}
