package org.santral.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The life of the link, against a peer that behaves as Asterisk was seen to behave, and worse.
@Timeout(30)
class AmiReaderTest {
    private static final String BANNER = "Asterisk Call Manager/11.0.0\r\n";
    private static final String ACCEPTED =
            "Response: Success\r\nActionID: santral-login\r\nMessage: Authentication accepted\r\n\r\n";
    private static final String BOOTED =
            "Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 3\r\nStatus: Fully Booted\r\n\r\n";

    private final BlockingQueue<AmiSignal> signals = new LinkedBlockingQueue<>();
    private final Oddities oddities = new Oddities();
    private final Rights rights = new Rights();
    private ServerSocket asterisk = unbound();
    private AmiReader reader = reader(0);

    @BeforeEach
    void listen() throws IOException {
        asterisk = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        reader = reader(asterisk.getLocalPort());
        reader.start();
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        asterisk.close();
    }

    @Test
    void logsInWaitsForTheBootAndAsksForTheSnapshot() throws Exception {
        try (Peer peer = accept()) {
            assertThat(peer.action()).contains("Action: Login", "Username: cti", "Events: on");
            peer.say(BANNER + ACCEPTED);
            peer.say("Event: PeerStatus\r\nPeer: PJSIP/1001\r\n\r\n");
            assertThat(((AmiMessage) next()).event()).isEqualTo("PeerStatus");
            peer.say(BOOTED);
            assertThat(next())
                    .isInstanceOfSatisfying(
                            AmiSignal.Opened.class,
                            opened -> assertThat(opened.uptimeSeconds()).isEqualTo(3));
            assertThat(peer.action()).contains("Action: CoreStatus");
            assertThat(peer.action()).contains("Action: DeviceStateList");
            assertThat(peer.action()).contains("Action: BridgeList");
            assertThat(peer.action()).contains("Action: QueueStatus");
            assertThat(peer.action()).contains("Action: Status", "Variables: CHANNEL(onhold)");
        }
    }

    @Test
    void aWrongPasswordIsSaidInWordsAndTriedAgainWithoutHammering() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (Peer peer = accept()) {
                peer.action();
                peer.say(BANNER
                        + "Response: Error\r\nActionID: santral-login\r\nMessage: Authentication failed\r\n\r\n");
                assertThat(next())
                        .isInstanceOfSatisfying(
                                AmiSignal.Closed.class,
                                closed -> assertThat(closed.reason())
                                        .contains("refused the log-in of cti", "Authentication failed"));
            }
        }
        assertThat(oddities.of(Oddity.REFUSED_LOGIN)).isEqualTo(2);
    }

    @Test
    void aPeerThatTakesTheLinkAndNeverSpeaksIsGivenUp() throws Exception {
        try (Peer peer = accept()) {
            peer.action();
            assertThat(next())
                    .isInstanceOfSatisfying(
                            AmiSignal.Closed.class,
                            closed -> assertThat(closed.reason()).contains("let the log-in wait"));
        }
    }

    @Test
    void aHalfOpenLinkIsAskedAndThenGivenUp() throws Exception {
        try (Peer peer = accept()) {
            peer.action();
            peer.say(BANNER + ACCEPTED + BOOTED);
            assertThat(next()).isInstanceOf(AmiSignal.Opened.class);
            for (int i = 0; i < 5; i++) {
                peer.action();
            }
            assertThat(peer.action()).contains("Action: Ping");
            assertThat(next())
                    .isInstanceOfSatisfying(
                            AmiSignal.Closed.class,
                            closed -> assertThat(closed.reason()).contains("did not answer"));
        }
        try (Peer again = accept()) {
            assertThat(again.action()).contains("Action: Login");
        }
    }

    @Test
    void aPeerThatAnswersItsPingsStays() throws Exception {
        try (Peer peer = accept()) {
            peer.action();
            peer.say(BANNER + ACCEPTED + BOOTED);
            next();
            for (int i = 0; i < 5; i++) {
                peer.action();
            }
            for (int i = 0; i < 3; i++) {
                assertThat(peer.action()).contains("Action: Ping");
                peer.say("Response: Success\r\nActionID: santral-ping\r\nPing: Pong\r\n\r\n");
                assertThat(next()).isInstanceOf(AmiMessage.class);
            }
        }
    }

    @Test
    void whatThereIsIsAskedAgainAndAgain() throws Exception {
        try (Peer peer = accept()) {
            peer.action();
            peer.say(BANNER + ACCEPTED + BOOTED);
            next();
            for (int i = 0; i < 5; i++) {
                peer.action();
            }
            peer.say("Event: StatusComplete\r\nActionID: santral-channels\r\nListItems: 0\r\n\r\n");
            for (int round = 0; round < 2; round++) {
                List<String> asked = peer.action();
                while (asked.contains("Action: Ping")) {
                    peer.say("Response: Success\r\nActionID: santral-ping\r\nPing: Pong\r\n\r\n");
                    asked = peer.action();
                }
                assertThat(asked).contains("Action: BridgeList");
                assertThat(peer.action()).contains("Action: QueueStatus");
                assertThat(peer.action()).contains("Action: Status");
                peer.say("Event: StatusComplete\r\nActionID: santral-channels\r\nListItems: 0\r\n\r\n");
            }
        }
    }

    @Test
    void overASlowLineTheNextQuestionWaitsForTheLastAnswer() throws Exception {
        try (Peer peer = accept()) {
            peer.action();
            peer.say(BANNER + ACCEPTED + BOOTED);
            next();
            for (int i = 0; i < 5; i++) {
                peer.action();
            }
            for (int i = 0; i < 6; i++) {
                assertThat(peer.action()).contains("Action: Ping");
                peer.say("Response: Success\r\nActionID: santral-ping\r\nPing: Pong\r\n\r\n");
            }
        }
    }

    @Test
    void anEndBeforeTheBootMeansTryAgain() throws Exception {
        try (Peer dying = accept()) {
            dying.action();
            dying.say(BANNER + ACCEPTED);
        }
        assertThat(next())
                .isInstanceOfSatisfying(
                        AmiSignal.Closed.class,
                        closed -> assertThat(closed.reason()).contains("closed the link"));
        try (Peer booted = accept()) {
            booted.action();
            booted.say(BANNER + ACCEPTED + BOOTED);
            assertThat(next()).isInstanceOf(AmiSignal.Opened.class);
        }
    }

    @Test
    void whoWasLetInIsBackAtOnceHoweverLongTheyHadToSeek() throws Exception {
        for (int i = 0; i < 5; i++) {
            accept().close();
        }
        long soonest = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long left = System.nanoTime();
            try (Peer peer = accept()) {
                soonest = i == 0 ? soonest : Math.min(soonest, System.nanoTime() - left);
                peer.action();
                peer.say(BANNER + ACCEPTED + BOOTED);
                while (!(next() instanceof AmiSignal.Opened)) {
                    // The ends of the attempts before.
                }
            }
        }
        assertThat(Duration.ofNanos(soonest)).as("of the three").isLessThan(Duration.ofMillis(200));
    }

    @Test
    void aMessageCutByTheEndOfTheLinkIsThrownAway() throws Exception {
        try (Peer peer = accept()) {
            peer.action();
            peer.say(BANNER + ACCEPTED + BOOTED + "Event: Hangup\r\nUniqueid: 1");
            assertThat(next()).isInstanceOf(AmiSignal.Opened.class);
            for (int i = 0; i < 5; i++) {
                peer.action();
            }
        }
        assertThat(next()).isInstanceOf(AmiSignal.Closed.class);
        assertThat(oddities.of(Oddity.CUT)).isEqualTo(1);
    }

    @Test
    void anAccountThatIsNeverToldOfTheBootIsTakenAsItIs() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (Peer peer = accept()) {
                peer.action();
                peer.say(BANNER + ACCEPTED);
                assertThat(next()).isInstanceOf(AmiSignal.Opened.class);
                assertThat(rights.unheard()).containsExactly("system");
                assertThat(peer.action()).contains("Action: CoreStatus");
            }
            assertThat(next()).isInstanceOf(AmiSignal.Closed.class);
        }
    }

    @Test
    void whoBootsLongerThanAnAnswerMayTakeIsAskedAgainWhenItIsThere() throws Exception {
        try (Peer peer = accept()) {
            peer.action();
            peer.say(BANNER + ACCEPTED);
            assertThat(next()).isInstanceOf(AmiSignal.Opened.class);
            peer.say(BOOTED);
            assertThat(next())
                    .isInstanceOfSatisfying(
                            AmiSignal.Opened.class,
                            opened -> assertThat(opened.uptimeSeconds()).isEqualTo(3));
            assertThat(rights.unheard()).isEmpty();
        }
    }

    @Test
    void aQuestionThatIsRefusedIsKept() throws Exception {
        try (Peer peer = accept()) {
            peer.action();
            peer.say(BANNER + ACCEPTED + BOOTED);
            next();
            peer.say("Response: Error\r\nActionID: santral-core\r\nMessage: Permission denied\r\n\r\n");
            next();
            assertThat(rights.denied()).containsExactly("CoreStatus");
            peer.say("Response: Success\r\nActionID: santral-core\r\nCoreStartupTime: 12:00:00\r\n\r\n");
            next();
            assertThat(rights.denied()).isEmpty();
        }
    }

    private AmiSignal next() throws InterruptedException {
        return Objects.requireNonNull(signals.poll(10, TimeUnit.SECONDS), "no signal within 10 s");
    }

    private Peer accept() throws IOException {
        return new Peer(asterisk.accept());
    }

    private AmiReader reader(int port) {
        Duration soon = Duration.ofMillis(300);
        Duration compare = Duration.ofMillis(900);
        return new AmiReader(
                new AmiSettings("127.0.0.1", port, "cti", "secret", soon, soon, soon, compare),
                signals::addAll,
                oddities,
                rights,
                InstantSource.system());
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Peer implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /// The next action, header by header.
        List<String> action() throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            return lines;
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
