package org.santral.server.why;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.lines.Lines;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.server.journal.Entry;
import org.santral.server.journal.JournalReading;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;
import org.santral.switchboard.Switchboard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds a call in the journal and tells its steps.
public final class CallStory {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final CallId call;
    private final Set<CallId> names = new HashSet<>();
    private final List<Why.Step> steps = new ArrayList<>();
    private final Map<String, String> states = new HashMap<>();
    private final Switchboard switchboard;
    private @Nullable Instant first;
    private @Nullable Instant latest;
    private @Nullable String line;

    private CallStory(Path folder, CallId call) {
        this.folder = folder;
        this.call = call;
        this.switchboard = new Switchboard(call.pbx());
        names.add(call);
    }

    /// @param folder the journal of the call's exchange
    /// @return without steps when the journal does not know the call
    public static Why of(Path folder, PbxId pbx, String id) throws IOException {
        CallStory story = new CallStory(folder, new CallId(pbx, id));
        story.read();
        return new Why(story.call.toString(), List.copyOf(story.steps));
    }

    private void read() throws IOException {
        Long start = segmentOfTheCall();
        if (start == null) {
            return;
        }
        boolean[] begun = {false};
        for (long segment : JournalReading.segments(folder)) {
            if (segment < start) {
                continue;
            }
            boolean withBase = !begun[0];
            begun[0] = true;
            JournalReading.one(folder, segment, entry -> take(entry, withBase));
        }
    }

    /// Where the replay must begin: the segment that first names the call.
    private @Nullable Long segmentOfTheCall() throws IOException {
        String needle = "\"" + call + "\"";
        for (long segment : JournalReading.segments(folder)) {
            boolean[] found = {false};
            JournalReading.one(folder, segment, entry -> {
                if (!found[0]
                        && entry.kind() == Entry.Kind.INPUT
                        && entry.text().contains(needle)) {
                    found[0] = true;
                }
            });
            if (found[0]) {
                return segment;
            }
        }
        return null;
    }

    private void take(Entry entry, boolean withBase) {
        switch (entry.kind()) {
            case BASE -> {
                if (withBase) {
                    switchboard.apply(Lines.readInput(entry.text()));
                }
            }
            case LINE -> line = entry.text();
            case INPUT -> {
                Input input = Lines.readInput(entry.text());
                latest = input.at();
                if (input instanceof Input.FromPbx from
                        && from.event() instanceof PbxEvent.CallsMerged merged
                        && (names.contains(merged.call()) || names.contains(merged.absorbed()))) {
                    names.add(merged.call());
                    names.add(merged.absorbed());
                }
                boolean ours = concerns(input);
                if (ours) {
                    told(input);
                }
                line = null;
                List<Effect> effects = switchboard.apply(input);
                if (ours) {
                    moved(input.at());
                }
                effects.forEach(effect -> did(effect, input.at()));
            }
            case DELIVERY -> delivered(JSON.readTree(entry.text()));
            case FROM -> {}
            case GAP -> missing(entry.text());
        }
    }

    private boolean concerns(Input input) {
        return switch (input) {
            case Input.FromPbx from ->
                switch (from.event()) {
                    case PbxEvent.OfConnection of -> names.contains(of.call());
                    case PbxEvent.CallsMerged merged -> names.contains(merged.call());
                    case PbxEvent.Wanted wanted -> names.contains(wanted.call());
                    case PbxEvent.Tainted tainted -> tainted.call() != null && names.contains(tainted.call());
                    default -> false;
                };
            case Input.CallerLookedUp answer -> names.contains(answer.call());
            case Input.RouteAsked asked -> names.contains(asked.call());
            case Input.CustomerChosen choice -> names.contains(choice.call());
            case Input.CustomerAttached attached -> names.contains(attached.call());
            case Input.CommandAsked asked -> names.contains(asked.call());
            case Input.TransferAsked asked -> names.contains(asked.call());
            case Input.NoteWritten written -> names.contains(written.call());
            default -> false;
        };
    }

    private void told(Input input) {
        String said = line;
        if (said != null) {
            List<Because.Fact> facts = said.lines()
                    .filter(header -> header.indexOf(':') > 0)
                    .map(header -> new Because.Fact(
                            header.substring(0, header.indexOf(':')),
                            header.substring(header.indexOf(':') + 1).strip()))
                    .filter(fact -> !fact.value().isEmpty() && !fact.name().equals("Event"))
                    .toList();
            String event = said.lines().findFirst().orElse("").replace("Event: ", "");
            step(input.at(), "line", event, facts);
        }
        if (input instanceof Input.FromPbx from) {
            List<Because.Fact> facts = new ArrayList<>(Facts.of(from.event()));
            facts.add(new Because.Fact("origin", from.origin().name()));
            step(input.at(), "event", from.event().getClass().getSimpleName(), facts);
        } else {
            step(input.at(), "event", input.getClass().getSimpleName(), Facts.of((Record) input));
        }
    }

    /// The state of each connection of the call, where it is another than before.
    private void moved(Instant at) {
        for (Snapshot.LiveCallView view : switchboard.snapshot().calls()) {
            if (!names.contains(view.record().call())) {
                continue;
            }
            for (Snapshot.ConnectionView connection : view.connections()) {
                String device = connection.device().name();
                String now = connection.state().name();
                String before = states.put(connection.connection().toString(), now);
                if (!now.equals(before)) {
                    step(
                            at,
                            "transition",
                            device,
                            List.of(
                                    new Because.Fact("from", before == null ? "NULL" : before),
                                    new Because.Fact("to", now)));
                }
            }
        }
    }

    private void did(Effect effect, Instant at) {
        switch (effect) {
            case Effect.ShowPop show
            when names.contains(show.pop().call()) ->
                show.pop()
                        .because()
                        .forEach(because -> decision(
                                at,
                                because,
                                "agent",
                                show.pop().agent() + " " + show.pop().state()));
            case Effect.WithdrawPop gone
            when names.contains(gone.call()) ->
                step(
                        at,
                        "decision",
                        "withdraw",
                        List.of(
                                new Because.Fact("agent", gone.agent().value()),
                                new Because.Fact("why", gone.why().name())));
            case Effect.NoPop none
            when names.contains(none.call()) ->
                none.because().forEach(because -> decision(at, because, "device", none.device()));
            case Effect.AnswerRoute answer
            when names.contains(answer.call()) ->
                answer.decision()
                        .because()
                        .forEach(because -> decision(
                                at,
                                because,
                                "answer",
                                answer.decision().getClass().getSimpleName()));
            case Effect.Anomaly odd
            when odd.call() != null && names.contains(odd.call()) ->
                step(at, "anomaly", odd.kind(), List.of(new Because.Fact("detail", odd.detail())));
            default -> {}
        }
    }

    private void decision(Instant at, Because because, String name, String value) {
        List<Because.Fact> facts = new ArrayList<>(because.facts());
        facts.add(new Because.Fact(name, value));
        step(at, "decision", because.rule(), facts);
    }

    /// Said of a call that lived when the journal could be written again.
    private void missing(String howManyAndWhy) {
        Instant last = latest;
        boolean lives = switchboard.snapshot().calls().stream()
                .anyMatch(live -> names.contains(live.record().call()));
        if (last != null && lives) {
            step(last, "anomaly", "journal-gap", List.of(new Because.Fact("missed", howManyAndWhy)));
        }
    }

    private void delivered(JsonNode delivery) {
        String of = delivery.path("call").asString("");
        if (names.stream().anyMatch(name -> name.toString().equals(of))) {
            step(
                    Instant.ofEpochMilli(delivery.path("atMillis").asLong()),
                    "delivered",
                    delivery.path("agent").asString(""),
                    List.of(
                            new Because.Fact("screen", delivery.path("screen").asString("")),
                            new Because.Fact("state", delivery.path("state").asString(""))));
        }
    }

    private void step(Instant at, String kind, String what, List<Because.Fact> facts) {
        Instant zero = first;
        if (zero == null) {
            zero = at;
            first = at;
        }
        double after = Duration.between(zero, at).toNanos() / 1_000_000.0;
        steps.add(new Why.Step(at.toEpochMilli(), Math.round(after * 1000) / 1000.0, kind, what, facts));
    }
}
