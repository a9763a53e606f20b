package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One tab of one person who is logged in. Everything waits for what it names, and for no time.
final class Desk {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// A call takes its time through trunk, dialplan and queue; a loaded machine takes more.
    private static final double PATIENCE = 20_000;

    private final Page page;

    private Desk(Page page) {
        this.page = page;
        page.setDefaultTimeout(PATIENCE);
    }

    /// Opens pages for people.
    @FunctionalInterface
    interface Door {
        /// @param language of the browser, as `fa`
        Desk open(String login, String language);

        default Desk open(String login) {
            return open(login, "en");
        }
    }

    static Desk logIn(BrowserContext person, String login, String password) {
        Page page = person.newPage();
        page.navigate("/");
        page.locator("[name=login]").fill(login);
        page.locator("[name=password]").fill(password);
        page.locator("[data-testid=login-form] button[type=submit]").click();
        Desk desk = new Desk(page);
        desk.isLive();
        return desk;
    }

    /// A second tab of the same person.
    Desk secondTab() {
        Page second = page.context().newPage();
        second.navigate("/");
        Desk desk = new Desk(second);
        desk.isLive();
        return desk;
    }

    /// What is shown is true now.
    void isLive() {
        assertThat(page.getByTestId("link-banner")).hasAttribute("data-live", "true", patiently());
    }

    void reload() {
        page.reload();
        isLive();
    }

    Page page() {
        return page;
    }

    Locator card() {
        return page.getByTestId("pop-card");
    }

    Locator card(String state) {
        return page.locator("[data-testid=pop-card][data-state=" + state + "]");
    }

    Locator gone() {
        return page.getByTestId("pop-gone");
    }

    /// The card is there in that state; the answer is the call's id.
    String shows(String state) {
        assertThat(card(state)).isVisible(visibly());
        return card(state).getAttribute("data-call");
    }

    void showsNoCard() {
        assertThat(card()).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }

    /// No card of this call, whatever an earlier one has left.
    void showsNoCardOf(String call) {
        assertThat(page.locator("[data-testid=pop-card][data-call='" + call + "']"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }

    void names(String customer) {
        assertThat(page.getByTestId("pop-name"))
                .hasText(customer, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }

    void answer() {
        page.getByTestId("answer-button").click();
    }

    void hangUp() {
        page.getByTestId("clear-button").click();
    }

    /// Goes to another place by the bar on top.
    void goTo(String place) {
        page.getByRole(AriaRole.NAVIGATION).locator("a[href='/" + place + "']").click();
    }

    Locator row(String call) {
        return page.locator("[data-testid=history-row][data-call='" + call + "']");
    }

    /// The row of the call once it has ended so.
    void rowEndsAs(String call, String outcome) {
        assertThat(row(call)).hasAttribute("data-outcome", outcome, patiently());
    }

    /// What the server's interface says to this person.
    APIResponse get(String path) {
        return page.context().request().get(path);
    }

    JsonNode json(String path) {
        APIResponse response = get(path);
        if (!response.ok()) {
            throw new AssertionError(path + " answered " + response.status() + ": " + response.text());
        }
        return JSON.readTree(response.text());
    }

    /// Makes something through the server's interface, as this person.
    JsonNode post(String path, String body) {
        String token = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .value;
        APIResponse response = page.context()
                .request()
                .post(
                        path,
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setHeader("Content-Type", "application/json")
                                .setData(body));
        if (!response.ok()) {
            throw new AssertionError(path + " answered " + response.status() + ": " + response.text());
        }
        return JSON.readTree(response.text());
    }

    /// The history's row of a call with its legs, read again until it has ended in the database.
    JsonNode history(String call) {
        return Awaiting.until("the ended row of " + call, () -> {
            APIResponse response = get("/api/calls/" + call);
            JsonNode row = response.ok() ? JSON.readTree(response.text()) : null;
            return row != null && row.path("endedAt").isNumber() ? row : null;
        });
    }

    /// For eyes: `target/screens/NAME.png`.
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens", name + ".png")));
    }

    private static LocatorAssertions.HasAttributeOptions patiently() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
    }

    static LocatorAssertions.IsVisibleOptions visibly() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
