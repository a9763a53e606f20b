package org.santral.server.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.santral.agent.AgentId;
import org.santral.asterisk.ledger.LedgerCall;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.directory.Directory;
import org.santral.site.Site;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// What the history would say of a call if the ledger had been heard live: a switchboard of its own makes it.
final class Accounts {
    private final PbxId pbx;
    private final Site site;
    private final Directory directory;

    Accounts(PbxId pbx, Site site, Directory directory) {
        this.pbx = pbx;
        this.site = site;
        this.directory = directory;
    }

    /// @param signedOn agents by the extension at which they are known to have sat
    /// @param unheard whether nobody heard who signed on: then a phone is its owner's, unless another is known
    ///     to have sat there
    List<CallRecord> of(LedgerCall call, Map<String, AgentId> signedOn, boolean unheard) {
        Switchboard switchboard = new Switchboard(pbx);
        Map<CallId, CallRecord> records = new LinkedHashMap<>();
        Instant before = call.from();
        List<Input> begin = new ArrayList<>();
        begin.add(new Input.SiteSet(pbx, site, before));
        begin.add(new Input.LinkUp(pbx, false, before));
        seats(signedOn, unheard)
                .forEach((extension, agent) -> begin.add(new Input.AgentSignedOn(agent, extension, before)));
        begin.forEach(switchboard::apply);
        for (Input input : call.retell(pbx)) {
            apply(switchboard, input, records);
        }
        return List.copyOf(records.values());
    }

    private Map<String, AgentId> seats(Map<String, AgentId> signedOn, boolean unheard) {
        Map<String, AgentId> seats = new LinkedHashMap<>(signedOn);
        if (unheard) {
            site.agents().stream()
                    .filter(agent -> !signedOn.containsValue(agent.id()))
                    .forEach(agent -> seats.putIfAbsent(agent.extension(), agent.id()));
        }
        return seats;
    }

    private void apply(Switchboard switchboard, Input input, Map<CallId, CallRecord> records) {
        Deque<Input> inputs = new ArrayDeque<>(List.of(input));
        while (!inputs.isEmpty()) {
            Input next = inputs.removeFirst();
            for (Effect effect : switchboard.apply(next)) {
                switch (effect) {
                    case Effect.RecordCall record -> records.put(record.record().call(), record.record());
                    case Effect.LookUpCaller ask ->
                        inputs.add(new Input.CallerLookedUp(
                                ask.call(),
                                ask.caller().number(),
                                directory.lookUp(ask.caller(), late -> {}),
                                next.at()));
                    default -> {}
                }
            }
        }
    }
}
