package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.asterisk.ami.AmiSettings;
import org.santral.asterisk.command.AsteriskCommands;
import org.santral.asterisk.command.CommandRights;
import org.santral.bench.chaos.parts.Exchange;
import org.santral.bench.chaos.parts.Relay;
import org.santral.bench.reconnect.Listener;
import org.santral.call.ConnectionState;
import org.santral.history.CallRecord;
import org.santral.pbx.ClearCause;
import org.santral.pbx.PbxId;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.What;
import org.santral.server.settings.Sites;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;

/// The link to a real exchange, from the log-in to its end and its return: reader, translator and model, without a
/// server round them.
@Tag("pbx")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class LinkLifeTest {
    private static final int NET = 146;
    private static final Duration SOON = Duration.ofSeconds(1);
    /// To notice a silence of twice [#SOON], and some for a busy machine.
    private static final Duration BUDGET = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final AgentId SARA = new AgentId("sara");
    private static final String CUSTOMER = "02112345678";

    private final Path site = Scripts.ROOT.resolve("pbx-config/sites/demo.yaml");
    private final PbxId pbx = new PbxId("pbx1");
    private final PhoneBench phones = PhoneBench.open(NET);
    private final Exchange exchange;
    private final Path home;

    LinkLifeTest() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "link-")
                .toAbsolutePath();
        exchange = new Exchange(new org.santral.bench.house.Scripts(Scripts.ROOT, Map.of()), home, site, NET);
    }

    @BeforeAll
    void up() throws Exception {
        exchange.up();
    }

    @AfterAll
    void down() throws Exception {
        phones.close();
        exchange.down();
    }

    @AfterEach
    void quiet() {
        phones.hangUpAll(Duration.ofSeconds(5));
        phones.truth().forget();
    }

    @Test
    void anAccountThatHearsTooLittleIsFoundAndItsCallsAreListedAllTheSame() throws Exception {
        account("deaf", "read = user", "write = reporting");
        try (Listener deaf = listener(settings("deaf"))) {
            deaf.await(
                    "the link is up although nobody tells of the boot",
                    PATIENCE,
                    board -> board.link().up());
            assertThat(deaf.rights().unheard()).containsExactly("system");
            assertThat(deaf.rights().denied()).isEmpty();

            String call = talking();
            deaf.await("the call is known from the lists", PATIENCE, LinkLifeTest::talks);
            assertThat(deaf.rights().unheard()).containsExactly("call", "system");
            phones.hangUp(call);
            deaf.await("and its end", PATIENCE, board -> board.calls().isEmpty());
        }
    }

    @Test
    void whoMayNotAskIsFoundAtTheLogIn() throws Exception {
        account("mute", "read = system,call,agent,user,cdr", "write = user");
        try (Listener mute = listener(settings("mute"))) {
            mute.await(
                    "the link is up all the same",
                    PATIENCE,
                    board -> board.link().up());
            assertThat(mute.rights().denied()).containsExactly("CoreStatus", "DeviceStateList", "Status");
            String call = talking();
            mute.await("what is told is known", PATIENCE, LinkLifeTest::talks);
            phones.hangUp(call);
            mute.await("to its end", PATIENCE, board -> board.calls().isEmpty());
            assertThat(mute.rights().unheard()).isEmpty();
        }
    }

    @Test
    void whatTheAccountOfTheDesksMayNotDoIsAskedOfTheExchange() throws Exception {
        account("weak", "read = call", "write = call");
        assertThat(rights(exchange.setting("AMI_CMD_USER"), exchange.setting("AMI_CMD_SECRET")))
                .isEqualTo(new CommandRights(java.util.Set.of(), null));
        assertThat(rights("weak", "weak"))
                .isEqualTo(new CommandRights(java.util.Set.of("PJSIPNotify", "QueuePause"), null));
        assertThat(rights("weak", "wrong").refused()).contains("Authentication failed");
    }

    @Test
    void whoIsKickedOutIsBackAndKnowsTheCall() throws Exception {
        try (Listener listener = listener(settings())) {
            talking();
            listener.await("they talk", PATIENCE, LinkLifeTest::talks);
            Snapshot before = listener.board();

            assertThat(exchange.kick(exchange.setting("AMI_USER"))).isEqualTo(1);
            listener.await(
                    "the end of the link is seen",
                    PATIENCE,
                    board -> !board.link().up());
            listener.await("and it is back", SOON, board -> board.link().up());

            assertThat(states(listener.board())).isEqualTo(states(before));
            assertThat(listener.board().calls().getFirst().record().certainty().name())
                    .isEqualTo("PARTLY_UNKNOWN");
        }
    }

    @Test
    void anExchangeThatStandsStillIsGivenUpAndKnownAgainWhenItGoesOn() throws Exception {
        try (Listener listener = listener(settings())) {
            talking();
            listener.await("they talk", PATIENCE, LinkLifeTest::talks);
            Snapshot before = listener.board();
            long frozen = System.nanoTime();
            Thread freezer = Thread.startVirtualThread(() -> freeze(Duration.ofSeconds(5)));
            long noticed = listener.await(
                    "the silence is noticed", PATIENCE, board -> !board.link().up());
            assertThat(Duration.ofNanos(noticed - frozen)).isLessThan(BUDGET);
            assertThat(listener.board().link().reason()).contains("did not answer");

            freezer.join();
            listener.await("and it is back", BUDGET, board -> board.link().up());
            assertThat(states(listener.board())).isEqualTo(states(before));
        }
    }

    @Test
    void aLineThatSwallowsEverythingIsGivenUpAndWhatEndedMeanwhileIsClosed() throws Exception {
        try (Relay relay = relay();
                Listener listener = listener(through(relay))) {
            String call = talking();
            listener.await("they talk", PATIENCE, LinkLifeTest::talks);
            relay.set(Relay.State.STILL);
            long still = System.nanoTime();
            long noticed = listener.await(
                    "the silence is noticed", PATIENCE, board -> !board.link().up());
            assertThat(Duration.ofNanos(noticed - still)).isLessThan(BUDGET);
            phones.hangUp(call);
            phones.await("the phone is free", seen -> seen.what() == What.ENDED);

            relay.cut();
            relay.set(Relay.State.GOOD);
            listener.await("it is back", BUDGET, board -> board.link().up());
            assertThat(listener.board().calls()).isEmpty();
            assertThat(records(listener))
                    .last()
                    .satisfies(record -> assertThat(record.legs())
                            .filteredOn(leg -> leg.answeredAt() != null)
                            .extracting(CallRecord.Leg::cause)
                            .containsExactly(ClearCause.LOST_TRACK, ClearCause.LOST_TRACK));
        }
    }

    @Test
    void aSlowLineIsNoLostOne() throws Exception {
        try (Relay relay = relay()) {
            relay.set(Relay.State.SLOW);
            try (Listener listener = listener(through(relay))) {
                listener.await("the link is up", PATIENCE, board -> board.link().up());
                talking();
                listener.await("they talk", PATIENCE, LinkLifeTest::talks);
                assertThat(listener.effects())
                        .filteredOn(Effect.LinkChanged.class::isInstance)
                        .singleElement()
                        .satisfies(link ->
                                assertThat(((Effect.LinkChanged) link).up()).isTrue());
            }
        }
    }

    @Test
    void aPauseMadeAtTheExchangeStandsAtTheDeskAlsoWhenNobodyHeardItAndEndsWithTheExchange() throws Exception {
        try (Relay relay = relay();
                Listener listener = listener(through(relay))) {
            listener.put(new Input.AgentSignedOn(SARA, "1001", Instant.now()));
            listener.await("the link is up", PATIENCE, board -> board.link().up());
            assertThat(sara(listener.board()).state()).isEqualTo(AgentState.READY);

            exchange.console("queue pause member PJSIP/1001 queue sales reason lunch");
            listener.await("the pause is told", PATIENCE, board -> sara(board).state() == AgentState.NOT_READY);
            assertThat(sara(listener.board()).reason()).isEqualTo("lunch");
            exchange.console("queue unpause member PJSIP/1001 queue sales");
            listener.await("its end is told", PATIENCE, board -> sara(board).state() == AgentState.READY);

            relay.set(Relay.State.CUT);
            listener.await("the link is lost", PATIENCE, board -> !board.link().up());
            exchange.console("queue pause member PJSIP/1001 queue sales");
            relay.set(Relay.State.GOOD);
            listener.await("the link is back", BUDGET, board -> board.link().up());
            assertThat(sara(listener.board()).reason()).isEqualTo("exchange");

            exchange.restart();
            listener.await(
                    "the exchange has forgotten the pause",
                    PATIENCE,
                    board -> board.link().up() && sara(board).state() == AgentState.READY);
        }
    }

    private static Snapshot.AgentView sara(Snapshot board) {
        return board.agents().stream()
                .filter(one -> one.agent().equals(SARA))
                .findFirst()
                .orElseThrow();
    }

    private static List<CallRecord> records(Listener listener) {
        return listener.effects().stream()
                .filter(Effect.RecordCall.class::isInstance)
                .map(effect -> ((Effect.RecordCall) effect).record())
                .toList();
    }

    private void freeze(Duration span) {
        try {
            exchange.freeze(span);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Relay relay() throws IOException {
        return new Relay(exchange.managerHost(), exchange.managerPort(), home.resolve("relayed"));
    }

    private AmiSettings through(Relay relay) throws IOException {
        AmiSettings direct = settings();
        return AmiSettings.of("127.0.0.1", relay.port(), direct.user(), direct.secret())
                .within(direct.answer(), direct.quiet(), direct.compare());
    }

    private static List<String> states(Snapshot board) {
        return board.calls().stream()
                .flatMap(call -> call.connections().stream())
                .map(one -> one.call() + " " + one.connection() + " " + one.state() + " " + one.joined())
                .sorted()
                .toList();
    }

    /// A customer and a phone of the sales group talk.
    private String talking() {
        return phones.place(CallRequest.from(CUSTOMER).answerAfter(Duration.ofMillis(300)));
    }

    private static boolean talks(Snapshot board) {
        return board.link().up()
                && board.calls().size() == 1
                && board.calls().getFirst().connections().stream()
                                .filter(one -> one.joined() && one.state() == ConnectionState.CONNECTED)
                                .count()
                        == 2;
    }

    private CommandRights rights(String user, String secret) throws Exception {
        try (AsteriskCommands commands =
                new AsteriskCommands(exchange.managerHost(), exchange.managerPort(), user, secret)) {
            CompletableFuture<CommandRights> answer = new CompletableFuture<>();
            commands.learnRights(answer::complete);
            return answer.get(10, TimeUnit.SECONDS);
        }
    }

    private void account(String name, String... rights) throws IOException, InterruptedException {
        Path file = home.resolve("etc/manager.conf");
        Files.writeString(
                file,
                Files.readString(file) + "\n[" + name + "]\nsecret = " + name + "\n" + String.join("\n", rights)
                        + "\n");
        exchange.console("manager reload");
    }

    private AmiSettings settings() throws IOException {
        return settings(exchange.setting("AMI_USER"), exchange.setting("AMI_SECRET"));
    }

    private AmiSettings settings(String nameAndSecret) throws IOException {
        return settings(nameAndSecret, nameAndSecret);
    }

    private AmiSettings settings(String user, String secret) throws IOException {
        return AmiSettings.of(exchange.managerHost(), exchange.managerPort(), user, secret)
                .within(SOON, SOON, SOON);
    }

    private Listener listener(AmiSettings settings) throws InterruptedException {
        List<Input> first = new ArrayList<>();
        first.add(new Input.SiteSet(pbx, Sites.model(Sites.plan(site, NET)), Instant.now()));
        return new Listener(settings, pbx, first);
    }
}
