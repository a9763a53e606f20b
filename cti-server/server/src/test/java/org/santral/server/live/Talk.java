package org.santral.server.live;

import java.util.concurrent.atomic.AtomicInteger;

/// A call from the trunk to Sara's phone, event by event as Asterisk 22 writes them, with any name and number.
///
/// @param number as it stands on the wire
record Talk(String id, String number, String name) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Talk from(String number, String name) {
        return new Talk((4_000_000 + COUNT.incrementAndGet()) + "", number, name);
    }

    static Talk normal() {
        return from("02112345678", "Reza Ahmadi");
    }

    String call() {
        return "pbx1/" + uniqueid();
    }

    String uniqueid() {
        return id + ".0";
    }

    String begins() {
        return trunk("Newchannel", "4", "");
    }

    String rings() {
        return phone("Newchannel", "0", "") + dial() + phone("Newstate", "5", "");
    }

    String answered() {
        return phone("Newstate", "6", "")
                + trunk("Newstate", "6", "")
                + phone("BridgeEnter", "6", bridge())
                + trunk("BridgeEnter", "6", bridge());
    }

    String ends() {
        return phone("BridgeLeave", "6", bridge())
                + trunk("BridgeLeave", "6", bridge())
                + phone("Hangup", "6", "Cause: 16\r\n")
                + trunk("Hangup", "6", "Cause: 16\r\n");
    }

    String whole() {
        return begins() + rings() + answered() + ends();
    }

    /// An event of the caller's channel.
    String trunk(String event, String state, String more) {
        return "Event: " + event + "\r\nPrivilege: call,all\r\n"
                + channel("", "PJSIP/trunk-" + id, state, number, name, id + ".0") + more + "\r\n";
    }

    /// An event of the channel of Sara's phone.
    String phone(String event, String state, String more) {
        return "Event: " + event + "\r\nPrivilege: call,all\r\n"
                + channel("", "PJSIP/1001-" + id, state, "1001", "Sara", id + ".1") + more + "\r\n";
    }

    private String dial() {
        return "Event: DialBegin\r\nPrivilege: call,all\r\n"
                + channel("", "PJSIP/trunk-" + id, "4", number, name, id + ".0")
                + channel("Dest", "PJSIP/1001-" + id, "0", "1001", "Sara", id + ".1") + "DialString: 1001\r\n\r\n";
    }

    private String bridge() {
        return "BridgeUniqueid: bridge-" + id + "\r\nBridgeTechnology: simple_bridge\r\n";
    }

    private String channel(String prefix, String device, String state, String from, String shown, String uniqueid) {
        StringBuilder headers = new StringBuilder();
        for (String header : new String[] {
            "Channel: " + device,
            "ChannelState: " + state,
            "ChannelStateDesc: x",
            "CallerIDNum: " + from,
            "CallerIDName: " + shown,
            "ConnectedLineNum: <unknown>",
            "ConnectedLineName: <unknown>",
            "Language: en",
            "AccountCode: ",
            "Context: from-trunk",
            "Exten: 5001",
            "Priority: 1",
            "Uniqueid: " + uniqueid,
            "Linkedid: " + id + ".0"
        }) {
            headers.append(prefix).append(header).append("\r\n");
        }
        return headers.toString();
    }
}
