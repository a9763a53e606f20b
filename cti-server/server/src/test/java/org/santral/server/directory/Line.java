package org.santral.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.caller.LookUp;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.screenpop.Pop;
import org.santral.server.history.KeptHistory;
import org.santral.site.Site;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// A trunk, some phones with an agent each, and the real switchboard: its questions go to the real directory on
/// threads of their own and its records into the real history. What it shows is noted.
final class Line {
    private static final PbxId PBX = new PbxId("complaints");
    private static final DeviceId TRUNK = new DeviceId(PBX, "PJSIP/trunk");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Switchboard switchboard = new Switchboard(PBX);
    private final Directory directory;
    private final KeptHistory history;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<Effect> effects = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T19:00:00Z");
    private int calls;

    Line(Directory directory, KeptHistory history, String country, String... extensions) {
        this.directory = directory;
        this.history = history;
        apply(new Input.SiteSet(PBX, site(country, extensions), tick()));
        apply(new Input.LinkUp(PBX, false, tick()));
        for (String extension : extensions) {
            apply(new Input.AgentSignedOn(agent(extension), extension, tick()));
        }
    }

    private record Answer(Effect.LookUpCaller asked, LookUp said) {}

    private static Site site(String country, String... extensions) {
        return new Site(
                country,
                "UTC",
                List.of(new Site.Trunk(TRUNK, "Carrier")),
                List.of(new Site.Did("5001", "Sales line", null, extensions[0])),
                List.of(),
                Stream.of(extensions)
                        .map(one -> new Site.Phone(phone(one), one, "Desk " + one))
                        .toList(),
                Stream.of(extensions)
                        .map(one -> new Site.Agent(agent(one), "Agent " + one, one, List.of()))
                        .toList());
    }

    private static AgentId agent(String extension) {
        return new AgentId("agent" + extension);
    }

    private static DeviceId phone(String extension) {
        return new DeviceId(PBX, "PJSIP/" + extension);
    }

    /// Somebody calls from outside, and this phone rings; nothing the directory said has been told yet.
    CallId rings(String extension, Party from) {
        CallId call = new CallId(PBX, "complaint-" + System.nanoTime() + "-" + calls++);
        tell(new PbxEvent.Originated(call, caller(call), TRUNK, from, "5001"));
        tell(new PbxEvent.Offered(call, callee(call), phone(extension), caller(call), null, extension));
        tell(new PbxEvent.Delivered(call, callee(call), phone(extension)));
        return call;
    }

    CallId rings(String extension, String number) {
        return rings(extension, new Party(number, "", Party.Presentation.ALLOWED));
    }

    /// The newest card of the call.
    Pop card(CallId call) {
        List<Pop> cards = cards(call);
        assertThat(cards).as("cards of " + call).isNotEmpty();
        return cards.getLast();
    }

    List<Pop> cards(CallId call) {
        return all(Effect.ShowPop.class)
                .map(Effect.ShowPop::pop)
                .filter(pop -> pop.call().equals(call))
                .toList();
    }

    /// Waits for the directory's next answer and tells it.
    ///
    /// @return the card then
    Pop answered(CallId call) throws InterruptedException {
        Answer answer = answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null || !answer.asked().call().equals(call)) {
            throw new AssertionError("no answer of the directory about " + call + ", but " + answer);
        }
        apply(new Input.CallerLookedUp(call, answer.asked().caller().number(), answer.said(), tick()));
        return card(call);
    }

    boolean askedNobody() {
        return all(Effect.LookUpCaller.class).findAny().isEmpty();
    }

    void picksUp(CallId call) {
        tell(new PbxEvent.Established(call, callee(call), phone(extensionOf(call))));
        tell(new PbxEvent.Established(call, caller(call), TRUNK));
        tell(new PbxEvent.Joined(call, callee(call), List.of(caller(call))));
        tell(new PbxEvent.Joined(call, caller(call), List.of(callee(call))));
    }

    private String extensionOf(CallId call) {
        return card(call).agent().value().substring("agent".length());
    }

    void chooses(CallId call, long customer) {
        apply(new Input.CustomerChosen(call, card(call).agent(), customer, tick()));
    }

    /// Everybody hangs up, and the history has it.
    CallRecord ends(CallId call) throws InterruptedException {
        tell(new PbxEvent.ConnectionCleared(call, callee(call), phone(extensionOf(call)), ClearCause.NORMAL, 16, true));
        tell(new PbxEvent.ConnectionCleared(call, caller(call), TRUNK, ClearCause.NORMAL, 16, false));
        history.settle();
        return records(call).getLast();
    }

    /// Every state that was told of the call.
    List<CallRecord> records(CallId call) {
        return all(Effect.RecordCall.class)
                .map(Effect.RecordCall::record)
                .filter(record -> record.call().equals(call))
                .toList();
    }

    private <T extends Effect> Stream<T> all(Class<T> type) {
        return effects.stream().filter(type::isInstance).map(type::cast);
    }

    List<Effect.Anomaly> anomalies() {
        return all(Effect.Anomaly.class).toList();
    }

    private static ConnectionId caller(CallId call) {
        return new ConnectionId(PBX, call.value() + ".0");
    }

    private static ConnectionId callee(CallId call) {
        return new ConnectionId(PBX, call.value() + ".1");
    }

    private Instant tick() {
        now = now.plusMillis(100);
        return now;
    }

    private void tell(PbxEvent event) {
        Instant at = tick();
        apply(new Input.FromPbx(event, at, at, Input.FromPbx.Origin.LIVE));
    }

    private void apply(Input input) {
        List<Effect> led = switchboard.apply(input);
        effects.addAll(led);
        for (Effect effect : led) {
            switch (effect) {
                case Effect.LookUpCaller asked -> Thread.startVirtualThread(() -> ask(asked));
                case Effect.LearnNumber lesson ->
                    directory.learn(lesson.caller(), lesson.customer(), lesson.instead(), lesson.by());
                case Effect.RecordCall record -> history.write(record.record());
                default -> {}
            }
        }
    }

    private void ask(Effect.LookUpCaller asked) {
        Consumer<LookUp> told = said -> answers.add(new Answer(asked, said));
        told.accept(directory.lookUp(asked.caller(), told));
    }

    static List<Long> candidates(@Nullable LookUp answer) {
        return answer instanceof LookUp.Found found
                ? found.candidates().stream()
                        .map(candidate -> candidate.customer().id())
                        .toList()
                : List.of();
    }
}
