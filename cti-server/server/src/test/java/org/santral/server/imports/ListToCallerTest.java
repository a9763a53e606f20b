package org.santral.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.imports.Manager.json;
import static org.santral.server.imports.Manager.place;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.santral.caller.Caller;
import org.santral.caller.CallerPolicy;
import org.santral.caller.Customer;
import org.santral.caller.LookUp;
import org.santral.pbx.Party;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.directory.Directory;
import org.santral.server.directory.Forms;
import org.santral.server.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// From a list as it comes out of a spreadsheet to the caller on the line: fifty thousand customers are brought
/// in over HTTP, what was refused and what is doubtful is mended as a manager would, and then whoever of them
/// calls is known, however the exchange writes the number: one alone is that one, of several all are told.
@OverRealHttp
class ListToCallerTest {
    private static final int CUSTOMERS = 50_000;
    private static final int CALLERS = 1_500;
    private static final int MENDED = 25;
    /// So many of those who share a number are told.
    private static final int MOST_TOLD = 20;
    private static final String MOBILES = "938";
    private static final String AREA = "34";
    private static final Pattern PLACE = Pattern.compile(" (\\d+)$");

    private final Manager manager;
    private final Browser admin;
    private final Directory directory;
    private final Random random = new Random(38);
    /// Who has a number, by its national digits; kept up with what is mended.
    private final Map<String, Set<String>> owners = new HashMap<>();
    private String job = "";
    private List<String> lines = List.of();

    ListToCallerTest(@LocalServerPort int port, @Autowired PeopleSettings people, @Autowired Directory directory)
            throws Exception {
        this.manager = new Manager(port, people);
        this.admin = manager.browser();
        this.directory = directory;
    }

    @Test
    @Timeout(240)
    void whoeverOfTheListCallsIsKnownHoweverTheNumberIsWritten() throws Exception {
        SpreadsheetList.Written written = bringIn();
        written.owners().forEach((n, places) -> places.forEach(place -> owns(n, SpreadsheetList.name(place))));
        mendNamelessRows();
        mendUnreadableNumbers(written.unreadable());
        mergeAFamily();

        List<String> numbers = new ArrayList<>(owners.keySet());
        Collections.sort(numbers);
        Collections.shuffle(numbers, random);
        List<String> asked = new ArrayList<>(numbers.subList(0, CALLERS));
        owners.forEach((n, who) -> {
            if (who.size() > 1) {
                asked.add(n);
            }
        });
        for (String n : asked) {
            isKnown(n);
        }
        for (int place = CUSTOMERS; place < CUSTOMERS + 100; place++) {
            String nobodys = "%s%07d".formatted(MOBILES, place);
            assertThat(ask(form(nobodys))).as(nobodys).isInstanceOf(LookUp.NotFound.class);
        }
        everybodyBehindASwitchboardIsFoundByTheExtension();
    }

    private SpreadsheetList.Written bringIn() throws Exception {
        Path file = Files.createTempFile(Path.of("target"), "walk-through", ".csv");
        SpreadsheetList.Written written =
                SpreadsheetList.ofFamiliesAndFirms(38, CUSTOMERS, MOBILES, AREA).write(file);
        JsonNode looked = json(admin.upload("/api/imports?name=list.csv", HttpRequest.BodyPublishers.ofFile(file)));
        lines = Files.readAllLines(file);
        Files.delete(file);

        job = place(looked);
        JsonNode done = manager.run(job, false);

        assertThat(done.path("added").asInt()).isEqualTo(written.different());
        assertThat(done.path("unchanged").asInt()).isEqualTo(written.again());
        assertThat(done.path("refused").asInt()).isEqualTo(written.nameless());
        assertThat(written.nameless()).isPositive();
        assertThat(admin.get(job + "/refusals.csv").body().lines().filter(line -> line.endsWith(",value")))
                .hasSize(written.wrongValues());
        return written;
    }

    private void owns(String n, String name) {
        owners.computeIfAbsent(n, unused -> new HashSet<>()).add(name);
    }

    /// A row that had a number and no name: somebody finds out who that is and writes them down by hand.
    private void mendNamelessRows() throws Exception {
        List<Integer> rows = new ArrayList<>();
        for (JsonNode one : admin.json(job + "/refusals?limit=200").path("refusals")) {
            if (one.path("wholeRow").asBoolean()) {
                rows.add(one.path("row").asInt());
            }
        }
        assertThat(rows).isNotEmpty();
        for (int row : rows) {
            String cell = lines.get(row - 1).split(";")[1].replace("\"", "");
            String name = "Mended " + row;
            HttpResponse<String> made = admin.ask(
                    "POST", "/api/customers", "{\"name\":\"%s\",\"numbers\":[{\"raw\":\"%s\"}]}".formatted(name, cell));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            owns(lastTenDigits(cell), name);
        }
    }

    private static String lastTenDigits(String cell) {
        StringBuilder digits = new StringBuilder();
        cell.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.substring(digits.length() - 10);
    }

    /// From the list of doubtful numbers: some are put right, read anew and written back.
    private void mendUnreadableNumbers(int expected) throws Exception {
        List<JsonNode> doubtful = new ArrayList<>();
        String after = "0";
        while (!after.isEmpty()) {
            JsonNode page = admin.json("/api/quality/invalid-numbers?limit=200&after=" + after);
            page.path("found").forEach(one -> {
                if (placeOf(one) >= 0) {
                    doubtful.add(one);
                }
            });
            after = page.path("next").asString("");
        }
        assertThat(doubtful).hasSize(expected);
        for (JsonNode one : doubtful.subList(0, MENDED)) {
            String n = AREA + (30_000_000 + placeOf(one));
            String path = "/api/customers/" + one.path("customer").path("id").asLong();
            HttpResponse<String> read = admin.get(path);
            String mended = read.body()
                    .replace(
                            "\"raw\":\"" + one.path("raw").asString() + "\"",
                            "\"raw\":\"" + form(n).replace("\"", "") + "\"");
            assertThat(mended).isNotEqualTo(read.body());
            HttpResponse<String> written = admin.ask(
                    "PUT",
                    path,
                    mended,
                    "If-Match",
                    read.headers().firstValue("ETag").orElseThrow());
            assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
            owns(n, one.path("customer").path("name").asString());
        }
    }

    /// Of a doubtful number of this list; -1 for those of others.
    private static int placeOf(JsonNode doubtful) {
        String name = doubtful.path("customer").path("name").asString();
        Matcher number = PLACE.matcher(name);
        if (!number.find()) {
            return -1;
        }
        int place = Integer.parseInt(number.group(1));
        return SpreadsheetList.isUnreadable(place) && name.equals(SpreadsheetList.name(place)) ? place : -1;
    }

    /// Two of those who share a number turn out to be one.
    private void mergeAFamily() throws Exception {
        String n = owners.entrySet().stream()
                .filter(one -> one.getValue().size() == 3)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseThrow();
        List<Customer> three = ((LookUp.Found) ask(form(n)))
                .candidates().stream().map(one -> one.customer()).toList();
        HttpResponse<String> merged = admin.post(
                "/api/customers/" + three.get(0).id() + "/merge",
                "{\"loser\":" + three.get(1).id() + "}");
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        for (Set<String> who : owners.values()) {
            if (who.remove(three.get(1).name())) {
                who.add(three.get(0).name());
            }
        }
        assertThat(owners.get(n)).hasSize(2);
    }

    private void isKnown(String n) throws Exception {
        Set<String> who = owners.getOrDefault(n, Set.of());
        for (int i = 0; i < 2; i++) {
            String signalled = form(n);
            List<String> told = names(ask(signalled));
            if (who.size() <= MOST_TOLD) {
                assertThat(told).as("[%s]", signalled).containsExactlyInAnyOrderElementsOf(who);
            } else {
                assertThat(told).as("[%s]", signalled).hasSize(MOST_TOLD).doesNotHaveDuplicates();
                assertThat(who).as("[%s]", signalled).containsAll(told);
            }
        }
    }

    private void everybodyBehindASwitchboardIsFoundByTheExtension() throws Exception {
        int found = 0;
        for (Map.Entry<String, Set<String>> one : owners.entrySet()) {
            if (one.getValue().size() <= MOST_TOLD) {
                continue;
            }
            for (String name : List.copyOf(one.getValue()).subList(0, 5)) {
                Matcher place = PLACE.matcher(name);
                String extension = place.find() ? SpreadsheetList.extension(Integer.parseInt(place.group(1))) : null;
                assertThat(extension).as(name).isNotNull();
                assertThat(names(ask("tel:+98" + one.getKey() + ";ext=" + extension)))
                        .as(name)
                        .startsWith(name);
                found++;
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    private String form(String n) {
        List<String> forms = Forms.signalledInIran(n);
        return forms.get(random.nextInt(forms.size()));
    }

    /// As the model asks; who has no answer in time takes the late one.
    private LookUp ask(String signalled) throws Exception {
        Caller caller = CallerPolicy.stranger(new Party(signalled, "", Party.Presentation.ALLOWED));
        CompletableFuture<LookUp> late = new CompletableFuture<>();
        LookUp answer = directory.lookUp(caller, late::complete);
        return answer instanceof LookUp.Unanswered ? late.get(30, TimeUnit.SECONDS) : answer;
    }

    private static List<String> names(LookUp answer) {
        return answer instanceof LookUp.Found found
                ? found.candidates().stream().map(one -> one.customer().name()).toList()
                : List.of();
    }
}
