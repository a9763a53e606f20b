package org.santral.server.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.santral.server.Browser;
import org.santral.server.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What every test of the whole server needs: people with their tabs, and the exchange.
@OverWholeServer
abstract class LiveTest {
    @LocalServerPort
    protected int port;

    @Autowired
    protected StandInExchange exchange;

    @Autowired
    private PeopleSettings people;

    private final List<Screen> screens = new ArrayList<>();

    @AfterEach
    void closeScreens() {
        screens.forEach(Screen::close);
    }

    protected Browser loggedIn(String login) throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        browser.logIn(login, Browser.password(people.initialPasswordsFile(), login));
        return browser;
    }

    /// A tab that has its snapshot.
    protected Screen screen(Browser person) {
        Screen screen = kept(Screen.open(port, person));
        screen.await(message -> message.path("type").asString().equals("snapshot"));
        return screen;
    }

    protected Screen screen(String login) throws IOException, InterruptedException {
        return screen(loggedIn(login));
    }

    protected Screen kept(Screen screen) {
        screens.add(screen);
        return screen;
    }

    /// What the administrator reads beside this name.
    protected long counter(String name) throws IOException, InterruptedException {
        for (JsonNode counter : loggedIn("admin").json("/api/switchroom").path("counters")) {
            if (counter.path("name").asString().equals(name)) {
                return counter.path("value").asLong();
            }
        }
        throw new AssertionError("the switchroom counts no " + name);
    }
}
