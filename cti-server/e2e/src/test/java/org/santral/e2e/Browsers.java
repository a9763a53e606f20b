package org.santral.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Debian's Chromium, without a window.
final class Browsers implements AutoCloseable {
    private final Playwright playwright;
    private final Browser chromium;

    Browsers() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-quic")));
    }

    Browser chromium() {
        return chromium;
    }

    private static Path program() {
        Optional<Path> found = List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(
                () -> new AssertionError("there is no chromium on the PATH; scripts/test installs it"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
