package org.santral.server.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.lines.Lines;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.journal.Entry;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plays a journal through two switchboards, which must answer alike, and looks for each card that reached a
/// screen among the cards they show, and for each record in the history.
final class Checking {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOLD = 100;

    private final Switchboard one;
    private final Switchboard other;
    private final Set<String> shown = new HashSet<>();
    private final Set<String> calls = new HashSet<>();
    private final List<String> differences = new ArrayList<>();
    private @Nullable Instant reached;
    private final @Nullable Map<CallId, Written> history;
    private final Map<CallId, Written> ended = new LinkedHashMap<>();
    private long repaired;
    private long inputs;
    private long effects;
    private long deliveries;
    private long older;
    private long differing;

    /// @param history what stands in the tables, null where it is not asked
    Checking(PbxId pbx, @Nullable Map<CallId, Written> history) {
        this.history = history;
        one = new Switchboard(pbx);
        other = new Switchboard(pbx);
    }

    boolean take(Entry entry) {
        switch (entry.kind()) {
            case LINE, FROM, GAP -> {}
            case BASE -> apply(Lines.readInput(entry.text()), entry);
            case INPUT -> {
                Input input = Lines.readInput(entry.text());
                reached = Arrival.of(input);
                inputs++;
                apply(input, entry);
            }
            case DELIVERY -> delivered(JSON.readTree(entry.text()), entry);
        }
        return true;
    }

    private void apply(Input input, Entry entry) {
        List<Effect> first = one.apply(input);
        // Read anew: nothing the first one keeps may be shared.
        List<Effect> second = other.apply(Lines.readInput(entry.text()));
        effects += first.size();
        if (!first.equals(second)) {
            differs("not the same twice: " + entry.text());
        }
        for (Effect effect : first) {
            if (effect instanceof Effect.ShowPop(var pop)) {
                shown.add(card(
                        pop.call().toString(), pop.agent().value(), pop.state().name()));
            } else if (effect instanceof Effect.RecordCall(var record)) {
                calls.add(record.call().toString());
                if (history != null && record.endedAt() != null) {
                    ended.put(record.call(), Written.of(record));
                }
            }
        }
    }

    private void delivered(JsonNode delivery, Entry entry) {
        String call = delivery.path("call").asString("");
        if (!calls.contains(call)) {
            older++;
            return;
        }
        deliveries++;
        String card = card(
                call,
                delivery.path("agent").asString(""),
                delivery.path("state").asString(""));
        if (!shown.contains(card)) {
            differs("a screen had a card that is not shown now: " + entry.text());
        }
    }

    private static String card(String call, String agent, String state) {
        return state + " " + agent + " " + call;
    }

    private void differs(String what) {
        differing++;
        if (differences.size() < TOLD) {
            differences.add(what);
        }
    }

    /// When the last input arrived, null before the first.
    @Nullable
    Instant reached() {
        return reached;
    }

    Checked found(Past.@Nullable Missing missing) {
        Map<CallId, Written> rows = history;
        if (rows != null) {
            ended.forEach((call, replayed) -> compare(call, rows.get(call), replayed));
        }
        return new Checked(
                new Checked.Sums(inputs, effects, deliveries, older, ended.size(), repaired, differing),
                List.copyOf(differences),
                missing);
    }

    private void compare(CallId call, @Nullable Written row, Written replayed) {
        if (row == null) {
            differs("the history has no " + call);
        } else if (row.repaired()) {
            repaired++;
        } else {
            List<String> told = row.differences(replayed);
            if (!told.isEmpty()) {
                differs("the history of " + call + " says " + String.join("; ", told));
            }
        }
    }
}
