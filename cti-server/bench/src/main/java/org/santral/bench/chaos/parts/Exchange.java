package org.santral.bench.chaos.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.santral.bench.house.Scripts;

/// The real Asterisk, under one home.
public final class Exchange {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern UPTIME = Pattern.compile("System uptime: (\\d+)");

    private final Scripts scripts;
    private final Path home;
    private final Path site;
    private final int net;

    public Exchange(Scripts scripts, Path home, Path site, int net) {
        this.scripts = scripts;
        this.home = home;
        this.site = site;
        this.net = net;
    }

    public Path home() {
        return home;
    }

    public void up() throws IOException, InterruptedException {
        scripts.run("pbx", "up", "--home", home.toString(), "--site", site.toString(), "--net", "" + net);
    }

    public void down() throws IOException, InterruptedException {
        scripts.run("pbx", "down", "--home", home.toString());
    }

    public String managerHost() throws IOException {
        return env().get("AMI_HOST");
    }

    public int managerPort() throws IOException {
        return Integer.parseInt(env().get("AMI_PORT"));
    }

    /// What its `env` file says, such as `AMI_SECRET`.
    public String setting(String key) throws IOException {
        return env().get(key);
    }

    public String console(String command) throws IOException, InterruptedException {
        return scripts.run("pbx", "cli", "--home", home.toString(), command);
    }

    /// At which place the caller waits whom that phone has parked, such as `701`; null when there is none.
    public @Nullable String placeParkedFrom(String extension) throws IOException, InterruptedException {
        return place(console("parking show default"), extension);
    }

    /// @param shown the console's list: a place, then lines of who waits there and what is rung when nobody comes
    static @Nullable String place(String shown, String extension) {
        String place = null;
        for (String line : shown.lines().toList()) {
            String[] words = line.split(":", 2);
            String name = words[0].strip();
            if (name.equals("Space")) {
                place = words[1].strip();
            } else if (name.equals("Parker Dial String") && words[1].strip().equals("PJSIP/" + extension)) {
                return place;
            }
        }
        return null;
    }

    public void kill() throws IOException {
        Killing.kill(pid());
    }

    /// Does nothing at all for that long, with its sockets open.
    public void freeze(Duration span) throws IOException, InterruptedException {
        long pid = pid();
        Killing.signal(pid, "STOP");
        try {
            Thread.sleep(span);
        } finally {
            Killing.signal(pid, "CONT");
        }
    }

    /// `core restart now`; returns when it is there again.
    ///
    /// @return when it had been told
    public Instant restart() throws IOException, InterruptedException {
        Instant began = Instant.now();
        console("core restart now");
        Instant told = Instant.now();
        while (!startedAfter(began)) {
            if (Duration.between(began, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new IOException("the exchange did not come back after core restart now");
            }
            Thread.sleep(200);
        }
        return told;
    }

    private boolean startedAfter(Instant moment) throws InterruptedException {
        try {
            if (!console("core waitfullybooted").contains("has fully booted")) {
                return false;
            }
            Matcher uptime = UPTIME.matcher(console("core show uptime seconds"));
            return uptime.find()
                    && Long.parseLong(uptime.group(1))
                            <= Duration.between(moment, Instant.now()).toSeconds();
        } catch (IOException away) {
            return false;
        }
    }

    /// Throws out everybody who is logged in at the manager interface as `user`.
    public int kick(String user) throws IOException, InterruptedException {
        List<String> sessions = new ArrayList<>();
        for (String line : console("manager show connected").split("\n")) {
            String[] words = line.strip().split("\\s+");
            // Username, address, start, elapsed, file descriptor, ...
            if (words.length >= 5 && words[0].equals(user)) {
                sessions.add(words[4]);
            }
        }
        for (String session : sessions) {
            console("manager kick session " + session);
        }
        return sessions.size();
    }

    private long pid() throws IOException {
        return Long.parseLong(env().get("PID"));
    }

    private EnvFile env() {
        return new EnvFile(home.resolve("env"));
    }
}
