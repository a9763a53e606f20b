package org.santral.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.imports.Manager.counts;
import static org.santral.server.imports.Manager.json;
import static org.santral.server.imports.Manager.place;
import static org.santral.server.tables.Tables.IMPORT_JOB;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Files, mappings and people that are wrong, over real HTTP and a real MariaDB.
@OverRealHttp
class ImportRefusalsTest {
    private final int port;
    private final PeopleSettings people;
    private final DSLContext sql;
    private final ImportSettings settings;
    private final Manager manager;
    private final Browser admin;
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    ImportRefusalsTest(
            @LocalServerPort int port,
            @Autowired PeopleSettings people,
            @Autowired DSLContext sql,
            @Autowired ImportSettings settings)
            throws Exception {
        this.port = port;
        this.people = people;
        this.sql = sql;
        this.settings = settings;
        this.manager = new Manager(port, people);
        this.admin = manager.browser();
    }

    @Test
    void aFileInAnOldEncodingIsReadAndCanBeReadOtherwise() throws Exception {
        JsonNode looked = json(admin.upload(
                "/api/imports?name=old.csv",
                HttpRequest.BodyPublishers.ofByteArray(
                        "Имя;Телефон\nСергей Иванов;0912\n".getBytes(Charset.forName("windows-1251")))));
        String place = place(looked);

        assertThat(looked.path("job").path("mapping").path("encoding").asString())
                .isEqualTo("windows-1251");
        assertThat(looked.path("rows").get(0).get(0).asString()).isEqualTo("Сергей Иванов");
        JsonNode other = json(admin.ask("PUT", place + "/mapping", "{\"encoding\":\"windows-1252\",\"header\":false}"));
        assertThat(other.path("rows").get(1).get(0).asString()).startsWith("Ñåðãåé");
        assertThat(other.path("rows").size()).isEqualTo(2);
    }

    @Test
    void bytesThatAreNoLettersAreRefusedAsSuch() throws Exception {
        String place = manager.mapped(
                json(admin.upload(
                        "/api/imports?name=x",
                        HttpRequest.BodyPublishers.ofByteArray(
                                ("name,mail\nM\u00fcller " + word + ",\n").getBytes(StandardCharsets.ISO_8859_1)))),
                "{\"encoding\":\"utf-8\"}");

        assertThat(counts(manager.run(place, false))).isEqualTo("DONE added 0 changed 0 unchanged 0 refused 1 of 2");
        assertThat(admin.json(place + "/refusals").toString()).contains("wrong-encoding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"encoding\":\"EBCDIC\"}                        | encoding unknown",
                "{\"delimiter\":\";;\"}                           | delimiter invalid",
                "{\"kind\":\"DOG\"}                               | kind unknown",
                "{\"columns\":[{\"field\":\"nmae\"}]}             | columns[0].field unknown",
                "{\"columns\":[{\"field\":\"fields.none\"}]}      | columns[0].field unknown",
                "{\"columns\":[{\"field\":\"sourceKey\"}]}        | source missing",
                "{\"columns\":[{\"field\":\"\"},{\"field\":\"\"},{\"field\":\"\"}]} | columns too-many",
                "{\"colums\":[]}                                  | colums unknown-property"
            })
    void aMappingThatIsWrongIsRefusedInWords(String body, String fault) throws Exception {
        String place = place(manager.upload("name,phone\nAnna,1\n"));

        HttpResponse<String> refused = admin.ask("PUT", place + "/mapping", body);

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode first = json(refused).path("errors").get(0);
        assertThat(first.path("field").asString() + " " + first.path("reason").asString())
                .isEqualTo(fault);
    }

    @Test
    void whatCannotBeReadLeavesNeitherJobNorFile() throws Exception {
        int jobs = sql.fetchCount(IMPORT_JOB);
        long files = files();

        HttpResponse<String> empty = admin.upload("/api/imports?name=x", HttpRequest.BodyPublishers.ofString(""));
        HttpResponse<String> quote = admin.upload(
                "/api/imports?name=x", HttpRequest.BodyPublishers.ofString("name\n\"" + "x,\n".repeat(700_000)));
        HttpResponse<String> large = admin.upload(
                "/api/imports?name=x", HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(9 << 20)));
        HttpResponse<String> nameless = admin.upload("/api/imports", HttpRequest.BodyPublishers.ofString("a"));
        HttpResponse<String> form = admin.ask("POST", "/api/imports?name=x", "name\nAnna\n");

        assertThat(json(empty).path("errors").get(0).path("reason").asString()).isEqualTo("empty");
        assertThat(json(quote).path("errors").get(0).path("field").asString()).isEqualTo("file row 2");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(nameless.statusCode()).isEqualTo(400);
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(sql.fetchCount(IMPORT_JOB)).isEqualTo(jobs);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void aFileThatBreaksInTheMiddleFailsThereAndKeepsWhatCameBefore() throws Exception {
        StringBuilder list = new StringBuilder("name,phone\n");
        for (int i = 0; i < 30; i++) {
            list.append(word)
                    .append(' ')
                    .append(i)
                    .append(",0912000")
                    .append(1000 + i)
                    .append('\n');
        }
        list.append('"').append("x".repeat(2 << 20));

        JsonNode done = manager.run(place(manager.upload(list.toString())), false);

        assertThat(done.path("state").asString()).isEqualTo("FAILED");
        JsonNode trouble = done.path("trouble");
        assertThat(trouble.path("detail").asString()).startsWith("Row 32: more than");
        assertThat(trouble.path("reason").asString() + " " + trouble.path("row").asInt())
                .isEqualTo("too-long 32");
        assertThat(done.path("added").asInt()).isEqualTo(30);
    }

    @Test
    void refusalsArePagesAndAListThatNoSpreadsheetComputes() throws Exception {
        String place = place(manager.upload(
                "name,country,mail\n" + word + ",=1+1,@x\n,-2,\n" + word + "2,\"+cmd|' /C calc'!A0\",\n"));
        manager.run(place, true);

        JsonNode first = admin.json(place + "/refusals?limit=2");
        JsonNode second = admin.json(
                place + "/refusals?limit=2&after=" + first.path("next").asString());
        String csv = admin.get(place + "/refusals.csv").body();

        assertThat(first.path("refusals").size() + second.path("refusals").size())
                .isEqualTo(4);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(csv.lines())
                .contains("2,country,'=1+1,unknown,value", "2,mail,'@x,invalid,value")
                .anyMatch(line -> line.contains("'+cmd"));
        assertThat(admin.get(place + "/refusals?after=x").statusCode()).isEqualTo(400);
        assertThat(admin.json(place + "/refusals/causes").path("causes").values())
                .extracting(one -> one.path("field").asString() + " "
                        + one.path("reason").asString() + " "
                        + one.path("wholeRow").asBoolean() + " "
                        + one.path("times").asInt())
                .containsExactly("country unknown false 2", "mail invalid false 1", "name missing true 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sara", "supervisor"})
    void onlyManagersAndAdministratorsBringInAndTakeOut(String login) throws Exception {
        Browser other = new Browser(port);
        other.logIn(login, Browser.password(people.initialPasswordsFile(), login));

        assertThat(other.upload("/api/imports?name=x", HttpRequest.BodyPublishers.ofString("name\nA\n"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.get("/api/imports").statusCode()).isEqualTo(403);
        assertThat(other.get("/api/customers/export").statusCode()).isEqualTo(403);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(settings.dir())) {
            return all.count();
        }
    }

    /// So many bytes that end nowhere.
    private static final class Endless extends InputStream {
        private int left;

        Endless(int length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }
    }
}
