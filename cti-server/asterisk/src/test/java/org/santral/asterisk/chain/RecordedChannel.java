package org.santral.asterisk.chain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A channel of a recorded exchange, as its newest event described it.
final class RecordedChannel {
    /// Ids are `seconds.number`.
    static final Comparator<String> BY_AGE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final List<String> HEADERS = List.of(
            "Channel",
            "ChannelState",
            "ChannelStateDesc",
            "CallerIDNum",
            "CallerIDName",
            "ConnectedLineNum",
            "ConnectedLineName",
            "Language",
            "AccountCode",
            "Context",
            "Exten",
            "Priority",
            "Uniqueid",
            "Linkedid");

    private final SequencedMap<String, String> headers = new LinkedHashMap<>();
    private final String dialledNumber;
    private String application;
    private String appData;
    private String bridge = "";
    private boolean onHold;
    private boolean introduced;

    RecordedChannel(Block newchannel) {
        HEADERS.forEach(header -> headers.put(header, newchannel.get(header)));
        boolean called = state() == 0 || state() == 5;
        application = called ? "AppDial" : "";
        appData = called ? "(Outgoing Line)" : "";
        introduced = !called || local();
        dialledNumber = called || local() ? "" : newchannel.get("Exten");
    }

    void described(Block block, String prefix) {
        if (HEADERS.stream().allMatch(header -> block.headers().containsKey(prefix + header))) {
            String linkedid = linkedid();
            HEADERS.forEach(header -> headers.put(header, block.get(prefix + header)));
            linked(BY_AGE.compare(linkedid(), linkedid) < 0 ? linkedid() : linkedid);
        }
    }

    void introduced(boolean forSomebody) {
        introduced |= forSomebody;
    }

    boolean notIntroduced() {
        return !introduced;
    }

    void linked(String linkedid) {
        headers.put("Linkedid", linkedid);
    }

    void runs(String name, String arguments) {
        application = name;
        appData = arguments;
    }

    boolean runs(String name) {
        return application.equals(name);
    }

    void enterBridge(String id) {
        bridge = id;
    }

    /// Asterisk ends the hold of a channel that leaves its bridge.
    void leaveBridge() {
        bridge = "";
        onHold = false;
    }

    void onHold(boolean on) {
        onHold = on;
    }

    boolean onHold() {
        return onHold;
    }

    String uniqueid() {
        return headers.getOrDefault("Uniqueid", "");
    }

    String linkedid() {
        return headers.getOrDefault("Linkedid", "");
    }

    String bridge() {
        return bridge;
    }

    boolean local() {
        return name().startsWith("Local/");
    }

    /// `;1` and `;2` of one Local channel.
    boolean isOtherEndOf(RecordedChannel other) {
        return other != this
                && local()
                && name().substring(0, name().lastIndexOf(';'))
                        .equals(other.name()
                                .substring(0, Math.max(0, other.name().lastIndexOf(';'))));
    }

    String device() {
        return name().substring(0, name().lastIndexOf('-'));
    }

    private String name() {
        return headers.getOrDefault("Channel", "");
    }

    private int state() {
        return Integer.parseInt(headers.getOrDefault("ChannelState", "0"));
    }

    boolean rings() {
        return state() == 5;
    }

    boolean up() {
        return state() == 6;
    }

    byte[] status() {
        SequencedMap<String, String> all = new LinkedHashMap<>(Map.of("Event", "Status"));
        all.put("Privilege", "Call");
        all.putAll(headers);
        all.put("Type", name().substring(0, name().indexOf('/')));
        all.put("DNID", dialledNumber);
        all.put("EffectiveConnectedLineNum", headers.getOrDefault("ConnectedLineNum", ""));
        all.put("EffectiveConnectedLineName", headers.getOrDefault("ConnectedLineName", ""));
        all.put("TimeToHangup", "0");
        all.put("BridgeID", bridge);
        all.put("Application", application);
        all.put("Data", appData);
        all.put("Seconds", "1");
        all.put("Variable", "CHANNEL(onhold)=" + (onHold ? "1" : "0"));
        all.put("ActionID", "santral-channels");
        return Block.bytes(all);
    }
}
