package org.santral.asterisk.chain;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.santral.switchboard.Snapshot;

/// What stands at one moment, in a form that can be compared: who is where, which cards, who waits.
///
/// @param parties by their ids: device, state, joined or not, the queue they wait in
/// @param cards agent, state of the card
record Standing(Map<String, String> parties, Set<String> cards, Map<String, Integer> waiting) {

    static Standing of(Chain chain) {
        Snapshot snapshot = chain.switchboard.snapshot();
        var parties = new TreeMap<String, String>();
        for (Snapshot.LiveCallView call : snapshot.calls()) {
            for (Snapshot.ConnectionView party : call.connections()) {
                parties.put(
                        party.connection().value(),
                        party.device().name() + " " + party.state() + (party.joined() ? " joined" : "")
                                + (party.queue() == null ? "" : " in " + party.queue()));
            }
        }
        return new Standing(
                parties,
                snapshot.pops().stream()
                        .map(pop -> pop.agent() + " " + pop.state())
                        .collect(Collectors.toCollection(java.util.TreeSet::new)),
                snapshot.queues().stream()
                        .filter(queue -> queue.waiting() > 0)
                        .collect(Collectors.toMap(
                                Snapshot.QueueView::name, Snapshot.QueueView::waiting, Integer::sum, TreeMap::new)));
    }

    /// Who holds a party that is elsewhere by now cannot be seen in any list.
    Standing withHoldsOf(RecordedExchange exchange) {
        var told = new TreeMap<>(parties);
        told.replaceAll((id, party) -> exchange.holds(id) ? party : party.replace(" HELD", " CONNECTED"));
        boolean any = told.values().stream().anyMatch(party -> party.contains(" HELD"));
        return new Standing(
                told,
                any
                        ? cards
                        : cards.stream()
                                .map(card -> card.replace(" HELD", " TALKING"))
                                .collect(Collectors.toSet()),
                waiting);
    }
}
