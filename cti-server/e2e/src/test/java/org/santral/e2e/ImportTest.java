package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;

/// A new user brings their customers as a spreadsheet, with all that is wrong in it, and is known by who calls then.
@OnTheLine
class ImportTest {
    private static final double PATIENCE = 60_000;
    private static final int ROWS = 2_000;
    private static final int NAMELESS = 8;
    private static final int AGAIN = 4;
    private static final int NO_MAIL = 16;

    @TempDir
    Path folder;

    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterAll
    static void asBefore() {
        PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    }

    @Test
    void aSpreadsheetIsMappedTriedAndBroughtInAndItsPeopleAreKnownWhenTheyCall(PhoneBench phones, Desk.Door door)
            throws IOException {
        Desk admin = door.open("admin");
        Page page = imports(admin);
        page.getByTestId("import-file").setInputFiles(spreadsheet());

        page.waitForURL(Pattern.compile("/imports/\\d+$"));
        String place = page.url();
        page.locator("[data-field=sheet] select").selectOption(new SelectOption().setLabel("مشتریان"));
        assertThat(field(page, 0)).hasValue("name");
        assertThat(field(page, 1)).hasValue("number");
        assertThat(field(page, 2)).hasValue("mail");
        assertThat(field(page, 3)).hasValue("");
        field(page, 3).selectOption("country");
        Locator label = page.locator("[data-field='columns[1].label'] input");
        label.fill("mobile");
        label.press("Enter");
        assertThat(page.getByTestId("import-columns")).hasAttribute("aria-busy", "false");
        assertThat(page.getByTestId("import-columns")).containsText("Person 1 of Excel");
        admin.picture("import-mapping");

        page.getByTestId("import-try").click();
        ends(page, "DONE");
        assertThat(page.getByTestId("import-state")).hasAttribute("data-dry", "true");
        figures(page, ROWS - NAMELESS - AGAIN, 0, AGAIN, NAMELESS);
        assertThat(page.getByTestId("import-report")).containsText("This is no mail address.");
        assertThat(refusals(page)).hasSize(1 + NAMELESS + NO_MAIL + 1).anyMatch(line -> line.contains("Atlantis"));
        admin.picture("import-tried");

        page.getByTestId("import-run").click();
        assertThat(page.getByTestId("import-customers")).isVisible();
        ends(page, "DONE");
        figures(page, ROWS - NAMELESS - AGAIN, 0, AGAIN, NAMELESS);
        Desk persian = door.open("admin", "fa");
        persian.page().navigate(place);
        assertThat(persian.page().getByTestId("import-report")).containsText("این نشانی ایمیل نیست.");
        persian.picture("import-done-fa");

        page.getByTestId("import-customers").click();
        page.getByTestId("customer-search").fill("Person 1999 of Excel");
        assertThat(page.getByTestId("customer-row").first()).containsText("Person 1999 of Excel");
        Desk sara = door.open("sara");
        phones.place(CallRequest.from(number(1_999)).to("02188880011"));
        sara.shows("RINGING");
        sara.names("Person 1999 of Excel");
    }

    @Test
    void whatIsStoppedGoesOnAndWhatIsThereGoesOut(Desk.Door door) throws IOException {
        int rows = 50_000;
        StringBuilder list = new StringBuilder("name;phone\n");
        for (int i = 0; i < rows; i++) {
            list.append("Stopped ")
                    .append(i)
                    .append(";0916")
                    .append(1_000_000 + i)
                    .append('\n');
        }
        Page page = imports(door.open("admin"));
        page.getByTestId("import-file").setInputFiles(Files.writeString(folder.resolve("long.csv"), list));
        page.getByTestId("import-run").click();

        assertThat(page.locator("[data-figure=added] dd")).hasText(Pattern.compile("^[1-9][0-9,]*$"));
        page.getByTestId("import-stop").click();
        ends(page, "STOPPED");
        long stopped = added(page);
        assertThat(stopped).isBetween(1L, rows - 1L);
        page.getByTestId("import-go-on").click();
        ends(page, "DONE");
        figures(page, rows, 0, 0, 0);

        String id = page.url().replaceAll(".*/", "");
        page = imports(page);
        page.locator("#export-q").fill("0916" + (1_000_000 + rows - 1));
        Page exporting = page;
        Download file =
                page.waitForDownload(() -> exporting.getByTestId("export-csv").click());
        assertThat(Files.readString(file.path()))
                .contains("Stopped " + (rows - 1))
                .doesNotContain("Stopped 7,");

        Locator before = page.locator("[data-testid=import][data-import='" + id + "']");
        before.locator("button").click();
        before.locator("button").click();
        assertThat(before).hasCount(0);
    }

    private static Page imports(Desk admin) {
        admin.goTo("customers");
        return imports(admin.page());
    }

    private static Page imports(Page page) {
        page.locator("nav.tabs a[href='/imports']").click();
        return page;
    }

    private static String number(int place) {
        return "0917" + (1_000_000 + place);
    }

    /// Numbers in three forms, mail addresses that are none, people without a name or twice, a country of nowhere.
    private Path spreadsheet() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("نام", "موبایل", "E-Mail", "Land", "Remark"));
        for (int i = 0; i < ROWS; i++) {
            boolean nameless = i % 250 == 9;
            boolean again = i % 500 == 400;
            int who = again ? i - 1 : i;
            String number = number(who);
            rows.add(List.of(
                    nameless ? "" : "Person " + who + " of Excel",
                    i % 3 == 0 ? number : i % 3 == 1 ? number.substring(1) : "+98 " + number.substring(1),
                    i % 125 == 5 ? "no mail" : again ? "" : "p" + i + "@example.com",
                    i == 7 ? "Atlantis" : "Iran",
                    "Alt+Enter\nwas pressed"));
        }
        return new Workbook()
                .sheet("Notes", List.of(List.of("Nothing", "of interest")))
                .sheet("مشتریان", rows)
                .write(folder.resolve("customers.xlsx"));
    }

    private static Locator field(Page page, int column) {
        return page.locator("[data-testid=import-field][data-column='" + column + "']");
    }

    private static void ends(Page page, String state) {
        assertThat(page.getByTestId("import-state")).hasAttribute("data-state", state);
    }

    private static void figures(Page page, long added, long changed, long unchanged, long refused) {
        Locator figures = page.locator(".import-figures dd");
        assertThat(figures).hasText(new String[] {shown(added), shown(changed), shown(unchanged), shown(refused)});
    }

    private static String shown(long count) {
        return String.format(Locale.UK, "%,d", count);
    }

    private static long added(Page page) {
        return Long.parseLong(
                page.locator("[data-figure=added] dd").textContent().replace(",", ""));
    }

    /// Of the file that the page offers.
    private static List<String> refusals(Page page) throws IOException {
        Download file = page.waitForDownload(
                () -> page.getByTestId("import-refusals-file").click());
        return Files.readAllLines(file.path());
    }
}
