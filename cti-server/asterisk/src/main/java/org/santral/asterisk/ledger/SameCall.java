package org.santral.asterisk.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which lines belong to one call.
final class SameCall {
    private static final List<String> NAMES_CHANNEL = List.of(
            "channel2_uniqueid",
            "transferee_channel_uniqueid",
            "transfer_target_channel_uniqueid",
            "pickup_channel_uniqueid");

    private final Map<String, String> towards = new HashMap<>();

    List<List<CelRow>> sort(Collection<CelRow> rows) {
        Map<String, String> uniqueids = new HashMap<>();
        for (CelRow row : rows) {
            if (!row.ofQueueLog()) {
                uniqueids.put(row.channel(), row.uniqueid());
            }
        }
        for (CelRow row : rows) {
            join(row.uniqueid(), row.linkedid());
            if (!row.extra().isEmpty() && !row.ofQueueLog()) {
                joinOthers(row, uniqueids);
            }
        }
        Map<String, List<CelRow>> calls = new LinkedHashMap<>();
        for (CelRow row : rows) {
            calls.computeIfAbsent(root(row.uniqueid()), unused -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(calls.values());
    }

    private void joinOthers(CelRow row, Map<String, String> uniqueids) {
        Extra extra = Extra.of(row);
        // A parking lot is one bridge for everybody who is parked.
        if (row.type().equals("BRIDGE_ENTER")
                && !extra.text("bridge_technology").equals("holding_bridge")
                && !extra.text("bridge_id").isEmpty()) {
            join(row.uniqueid(), "bridge " + extra.text("bridge_id"));
        }
        for (String key : NAMES_CHANNEL) {
            if (!extra.text(key).isEmpty()) {
                join(row.uniqueid(), extra.text(key));
            }
        }
        String retriever = uniqueids.get(extra.text("retriever"));
        if (retriever != null) {
            join(row.uniqueid(), retriever);
        }
    }

    private void join(String one, String other) {
        String first = root(one);
        String second = root(other);
        if (!first.equals(second)) {
            towards.put(second, first);
        }
    }

    private String root(String id) {
        String at = id;
        for (String next = towards.get(at); next != null; next = towards.get(at)) {
            at = next;
        }
        return at;
    }
}
