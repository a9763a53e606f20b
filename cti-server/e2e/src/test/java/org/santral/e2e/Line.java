package org.santral.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.santral.phones.PhoneBench;

/// One installation and one browser for all test classes; each test gets quiet phones and tabs of its own.
final class Line implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
    private static final int NET = 140;

    private final List<BrowserContext> people = new ArrayList<>();

    /// What stays until the last test has run.
    private record Standing(Installation installation, Browsers browsers) implements AutoCloseable {
        @Override
        public void close() {
            try (installation;
                    browsers) {
                installation.quiet();
            }
        }
    }

    private static Standing standing(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Line.class))
                .computeIfAbsent(
                        Standing.class,
                        unused -> new Standing(Installation.up(NET, 22), new Browsers()),
                        Standing.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        standing(context).installation.quiet();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            photograph(context);
        }
        people.forEach(BrowserContext::close);
        people.clear();
        standing(context).installation.quiet();
    }

    /// What every tab showed when the test failed: `target/screens/failed-...png`.
    private void photograph(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
        int number = 0;
        for (BrowserContext person : people) {
            for (Page page : person.pages()) {
                String name = "failed-%.60s-%d.png".formatted(test.replaceAll("[^A-Za-z0-9-]", ""), number++);
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens", name)));
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Installation.class, PhoneBench.class, Desk.Door.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Standing standing = standing(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Installation.class) {
            return standing.installation;
        }
        return type == PhoneBench.class ? standing.installation.phones() : door(standing);
    }

    private Desk.Door door(Standing standing) {
        return (login, language) -> {
            BrowserContext person = standing.browsers
                    .chromium()
                    .newContext(new Browser.NewContextOptions()
                            .setBaseURL(standing.installation.url())
                            .setLocale(language)
                            .setTimezoneId("Asia/Tehran")
                            .setViewportSize(1366, 768));
            people.add(person);
            return Desk.logIn(person, login, standing.installation.password(login));
        };
    }
}
