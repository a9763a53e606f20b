package org.santral.server.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.lines.Lines;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.journal.Entry;
import org.santral.server.loop.Base;
import org.santral.site.Site;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// Cuts a stretch out of a journal: the calls that began in it, whole, and what else happened meanwhile. Calls
/// from before, and those that do not end, are left out.
final class Cut {
    private final PbxId pbx;
    private final Instant from;
    private final Instant to;
    private final Base base = new Base();
    private final Map<String, CallId> questions = new HashMap<>();
    private final Set<CallId> left = new HashSet<>();
    private final Set<CallId> began = new HashSet<>();
    private final List<Input> inputs = new ArrayList<>();
    private Site site = Site.EMPTY;
    private @Nullable Instant reached;

    Cut(PbxId pbx, Instant from, Instant to) {
        this.pbx = pbx;
        this.from = from;
        this.to = to;
    }

    boolean take(Entry entry) {
        if (entry.kind() != Entry.Kind.BASE && entry.kind() != Entry.Kind.INPUT) {
            return true;
        }
        Input input = Lines.readInput(entry.text());
        Instant arrived = Arrival.of(input);
        if (entry.kind() == Entry.Kind.INPUT) {
            reached = arrived;
        }
        if (input instanceof Input.RouteAsked asked) {
            questions.put("route/" + asked.request().value(), asked.call());
        }
        if (entry.kind() == Entry.Kind.BASE || arrived.isBefore(from)) {
            if (input instanceof Input.SiteSet set) {
                site = set.site();
            }
            base.note(input);
            left.addAll(calls(input));
        } else if (!arrived.isAfter(to)) {
            began.addAll(calls(input));
            inputs.add(input);
        } else if (calls(input).stream().anyMatch(began::contains)) {
            inputs.add(input);
        }
        return true;
    }

    /// A timer belongs to the call of its question.
    private Set<CallId> calls(Input input) {
        if (input instanceof Input.TimerFired fired) {
            CallId call = questions.get(fired.timer());
            return call == null ? Set.of() : Set.of(call);
        }
        return About.calls(input);
    }

    /// The site at the beginning.
    Site site() {
        return site;
    }

    /// What came before: the site, its link, who was signed on.
    List<Input> before() {
        return base.lines().stream().map(Lines::readInput).toList();
    }

    /// When the last input arrived, null before the first.
    @Nullable
    Instant reached() {
        return reached;
    }

    /// What happened.
    List<Input> events() {
        List<Input> whole = without(inputs);
        Set<CallId> open = open(whole);
        while (!open.isEmpty()) {
            left.addAll(open);
            whole = without(inputs);
            open = open(whole);
        }
        return whole;
    }

    /// Where a call goes on as part of one that is left out, both are.
    private List<Input> without(List<Input> all) {
        int before;
        do {
            before = left.size();
            for (Input input : all) {
                Set<CallId> calls = calls(input);
                if (calls.stream().anyMatch(left::contains)) {
                    left.addAll(calls);
                }
            }
        } while (left.size() > before);
        return all.stream()
                .filter(input -> calls(input).stream().noneMatch(left::contains))
                .toList();
    }

    private Set<CallId> open(List<Input> whole) {
        Switchboard switchboard = new Switchboard(pbx);
        before().forEach(switchboard::apply);
        whole.forEach(switchboard::apply);
        Set<CallId> open = new HashSet<>();
        switchboard.snapshot().calls().forEach(call -> open.add(call.record().call()));
        return open;
    }
}
