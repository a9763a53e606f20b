package org.santral.asterisk.translate;

import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;

/// The block of headers by which Asterisk describes a channel in nearly every event.
///
/// It is believed only whole and in its fixed order: a caller number is printed raw, so a stranger who gets a
/// line break into it can write headers, even events, of their own. In the 79 bytes that Asterisk leaves them
/// the whole block has no room.
record ChannelHeaders(AmiMessage message, int first) {
    private static final String[] ORDER = {
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
        "Linkedid"
    };
    private static final String[] DEST_ORDER = prefixed("Dest");
    private static final int UNIQUEID = 12;

    /// The event's own channel, null when the block is not there as Asterisk writes it.
    static @Nullable ChannelHeaders of(AmiMessage message) {
        return whole(message, ORDER);
    }

    /// The channel that is called.
    static @Nullable ChannelHeaders dest(AmiMessage message) {
        return whole(message, DEST_ORDER);
    }

    /// The same block under a prefix (`Transferer`, `OrigTransferer`, `Parkee`), for events too rare to be
    /// worth a table.
    static @Nullable ChannelHeaders prefixed(AmiMessage message, String prefix) {
        return whole(message, prefixed(prefix));
    }

    private static String[] prefixed(String prefix) {
        String[] names = new String[ORDER.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = prefix + ORDER[i];
        }
        return names;
    }

    private static @Nullable ChannelHeaders whole(AmiMessage message, String[] order) {
        int first = message.find(order[0], 1);
        if (first < 0) {
            return null;
        }
        for (int i = 1; i < order.length; i++) {
            if (!message.is(first + i, order[i])) {
                return null;
            }
        }
        boolean again =
                message.find(order[0], first + 1) >= 0 || message.find(order[UNIQUEID], first + UNIQUEID + 1) >= 0;
        return again ? null : new ChannelHeaders(message, first);
    }

    String name() {
        return message.value(first);
    }

    int state() {
        String state = message.value(first + 1);
        return state.length() == 1 && Character.isDigit(state.charAt(0)) ? state.charAt(0) - '0' : -1;
    }

    String number() {
        return Presented.number(message.value(first + 3));
    }

    String callerName() {
        return Presented.name(message.value(first + 4));
    }

    String exten() {
        return message.value(first + 10);
    }

    String uniqueid() {
        return message.value(first + UNIQUEID);
    }

    String linkedid() {
        return message.value(first + 13);
    }
}
