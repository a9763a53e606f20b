package org.santral.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `scripts/run` as a newcomer starts it, from its first line to its Ctrl-C.
final class RunningDemo implements AutoCloseable {
    private final Process process;
    private final Path home;
    private final String said;

    private RunningDemo(Process process, Path home, String said) {
        this.process = process;
        this.home = home;
        this.said = said;
    }

    /// Returns when it says how to end it.
    static RunningDemo start(Path home, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("--home", home.toString()));
        words.addAll(List.of(options));
        ProcessBuilder run = Scripts.process("run", words).redirectErrorStream(true);
        // What is started in the background inherits an ignored interrupt, and bash could not heed Ctrl-C any more.
        run.command().addAll(0, List.of("env", "--default-signal=INT"));
        Process process = run.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Ctrl-C")) {
                return new RunningDemo(process, home, said.toString());
            }
        }
        throw new AssertionError("scripts/run ended:\n" + said);
    }

    String said() {
        return said;
    }

    String url() {
        return found("(http://\\S+)");
    }

    /// What is printed for somebody who wants to log in.
    String password(String login) {
        return found("log in as " + login + "\\s+password (\\S+)");
    }

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(said);
        if (!matcher.find()) {
            throw new AssertionError("scripts/run did not say " + pattern + " in\n" + said);
        }
        return matcher.group(1);
    }

    /// Ctrl-C.
    ///
    /// @return whether it ended within ten seconds
    boolean interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        return process.waitFor(10, TimeUnit.SECONDS);
    }

    /// Processes whose command line names this demo's folder.
    List<String> leftOver() {
        return ProcessHandle.allProcesses()
                .map(handle -> handle.info().commandLine().orElse(""))
                .filter(line -> line.contains(home.toString()))
                .toList();
    }

    /// Nobody reads any more what it says then, as when a terminal is closed.
    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            process.destroy();
            try {
                // What it started must be gone before its folder is.
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    throw new AssertionError("scripts/run does not end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!leftOver().isEmpty()) {
                throw new AssertionError("scripts/run left behind: " + leftOver());
            }
        }
    }
}
