package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.santral.phones.AnswerMode;
import org.santral.phones.PhoneBench;
import org.santral.phones.SipPhone;

/// One Santral on a loopback net of its own: exchange, phones, server. Parts can be killed and started again.
final class Installation implements AutoCloseable {
    private final int net;
    private final int asterisk;
    private final Path home;
    private final int port = freePort();
    private final PhoneBench bench;

    private Installation(int net, int asterisk) {
        this.net = net;
        this.asterisk = asterisk;
        try {
            home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "santral-" + net + "-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bench = PhoneBench.open(net);
    }

    /// @param net its telephones live in 127.NET.0.0/16
    /// @param asterisk 22 or 16
    static Installation up(int net, int asterisk) {
        Installation installation = new Installation(net, asterisk);
        try {
            installation.startExchange();
            installation.startServer();
            return installation;
        } catch (RuntimeException | Error e) {
            installation.close();
            throw e;
        }
    }

    PhoneBench phones() {
        return bench;
    }

    /// @param host 1 the exchange, 2 the carrier
    String address(int host) {
        return "127." + net + ".0." + host;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Path journal() {
        return home.resolve("server/journal");
    }

    void startExchange() {
        Scripts.run("pbx", "up", "--home", pbx(), "--site", site(), "--net", "" + net, "--asterisk", "" + asterisk)
                .orFail();
    }

    void stopExchange() {
        Scripts.run("pbx", "down", "--home", pbx()).orFail();
    }

    void killExchange() {
        kill(Scripts.run("pbx", "status", "--home", pbx()));
    }

    /// A command of the exchange's own console.
    String console(String command) {
        return Scripts.run("pbx", "cli", "--home", pbx(), command).orFail().text();
    }

    /// The exchange closes its manager's door: every session ends, and no log-in succeeds until it opens again.
    void closeManager() {
        manager("secret=", "secret=closed-");
        kickManager();
    }

    /// Another `read` for the account that listens; it logs in again with it.
    void letHear(String was, String becomes) {
        manager("read=" + was + "\n", "read=" + becomes + "\n");
        kickManager();
    }

    /// What the account for commands may do; its next command is sent under it.
    void letCommand(String was, String becomes) {
        manager("write=" + was + "\n", "write=" + becomes + "\n");
        kickManager();
    }

    /// After so many seconds without speech the exchange ends a channel.
    void rtpTimeout(int was, int becomes) {
        Path file = home.resolve("pbx/etc/pjsip.conf");
        try {
            Files.writeString(
                    file, Files.readString(file).replace("rtp_timeout=" + was + "\n", "rtp_timeout=" + becomes + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console("module reload res_pjsip.so");
        Awaiting.until(
                "the exchange waits " + becomes + " s for speech",
                () -> console("pjsip show endpoint 1001").matches("(?s).*\\brtp_timeout +: " + becomes + "\\b.*")
                        ? this
                        : null);
    }

    private void kickManager() {
        console("manager show connected")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 4 && words[0].startsWith("santral"))
                .forEach(words -> console("manager kick session " + words[4]));
    }

    void openManager() {
        manager("secret=closed-", "secret=");
    }

    private void manager(String was, String becomes) {
        Path file = home.resolve("pbx/etc/manager.conf");
        try {
            Files.writeString(file, Files.readString(file).replace(was, becomes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console("manager reload");
    }

    /// An action of the manager interface, by the server's own account.
    ///
    /// @param fields as `Channel: PJSIP/1001`
    void order(String action, String... fields) {
        Properties env = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("pbx/env"))) {
            env.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String logIn = String.join(
                "\r\n",
                "Action: Login",
                "Username: " + env.getProperty("AMI_CMD_USER"),
                "Secret: " + env.getProperty("AMI_CMD_SECRET"),
                "Events: off");
        String wish = "Action: " + action + "\r\nActionID: wish\r\n" + String.join("\r\n", fields);
        try (Socket manager = new Socket(env.getProperty("AMI_HOST"), Integer.parseInt(env.getProperty("AMI_PORT")))) {
            manager.setSoTimeout(5000);
            manager.getOutputStream().write((logIn + "\r\n\r\n" + wish + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(manager.getInputStream(), StandardCharsets.UTF_8));
            String response = "";
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                response = line.startsWith("Response: ") ? line : response;
                if (line.equals("ActionID: wish")) {
                    assertThat(response).isEqualTo("Response: Success");
                    return;
                }
            }
            throw new AssertionError("the exchange did not answer " + action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startServer() {
        startServer(Map.of());
    }

    /// @param settings as environment variables
    void startServer(Map<String, String> settings) {
        Scripts.run(
                        settings,
                        "server",
                        "up",
                        "--home",
                        home.resolve("server").toString(),
                        "--passwords",
                        passwords().toString(),
                        "--port",
                        "" + port,
                        "--site",
                        site(),
                        "--pbx-home",
                        pbx())
                .orFail();
    }

    void stopServer() {
        Scripts.run("server", "down", "--home", home.resolve("server").toString())
                .orFail();
    }

    /// As a power cut would: no farewell, no flush.
    void killServer() {
        kill(Scripts.run("server", "status", "--home", home.resolve("server").toString()));
    }

    /// All its memory is taken; returns when it has died of it.
    void exhaustServer() {
        MemoryEater.into(process(
                Scripts.run("server", "status", "--home", home.resolve("server").toString())));
    }

    private static void kill(Scripts.Said status) {
        ProcessHandle process = process(status);
        process.destroyForcibly();
        process.onExit().join();
    }

    private static ProcessHandle process(Scripts.Said status) {
        long pid = Long.parseLong(status.text().replaceAll("(?s).*pid=(\\d+).*", "$1"));
        return ProcessHandle.of(pid).orElseThrow();
    }

    /// The password that the first start made.
    String password(String login) {
        try (Stream<String> lines = Files.lines(passwords())) {
            Optional<String> line = lines.filter(
                            text -> text.split("\\s+").length > 2 && text.split("\\s+")[1].equals(login))
                    .findFirst();
            return line.orElseThrow().split("\\s+")[2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everybody hangs up; every phone rings until somebody answers; what was seen before is forgotten.
    void quiet() {
        bench.carrier().calls().forEach(call -> bench.carrier().hangUp(call.id()));
        for (SipPhone phone : bench.phones()) {
            phone.mode(new AnswerMode.AtTheDesk());
            Awaiting.until(phone.extension() + " is silent", () -> {
                phone.hangUp();
                return phone.calls().isEmpty() ? phone : null;
            });
        }
        bench.truth().forget();
    }

    /// The demo's site without the pause after a call, so that one test does not wait for the agents of
    /// another.
    private String site() {
        Path site = home.resolve("site.yaml");
        try {
            String demo = Files.readString(Scripts.ROOT.resolve("pbx-config/sites/demo.yaml"));
            Files.writeString(site, demo.replaceAll("wrap-up-seconds: \\d+", "wrap-up-seconds: 0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return site.toString();
    }

    private Path passwords() {
        return home.resolve("passwords");
    }

    private String pbx() {
        return home.resolve("pbx").toString();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bench.close();
        stopServer();
        stopExchange();
    }
}
