package org.santral.asterisk.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.santral.asterisk.ami.AmiMessage;

/// A manager event as Asterisk would have sent it, header by header.
final class Told {
    static final String DOWN = "0";
    static final String RING = "4";
    static final String UP = "6";

    private final Instant at;
    private final List<String> lines = new ArrayList<>();

    private Told(String event, Instant at) {
        this.at = at;
        header("Event", event);
        header("Timestamp", at.getEpochSecond() + "." + "%06d".formatted(at.getNano() / 1000));
    }

    static Told event(String event, Instant at) {
        return new Told(event, at);
    }

    /// Escaped as the manager interface escapes nothing: a line break of a stranger's never becomes a header.
    Told header(String key, String value) {
        lines.add(key + ": " + value.replace('\r', ' ').replace('\n', ' '));
        return this;
    }

    /// The block of headers that describes a channel.
    Told channel(String prefix, CelRow row, String state) {
        header(prefix + "Channel", row.channel());
        header(prefix + "ChannelState", state);
        header(prefix + "ChannelStateDesc", "");
        header(prefix + "CallerIDNum", row.number().isEmpty() ? "<unknown>" : row.number());
        header(prefix + "CallerIDName", row.name().isEmpty() ? "<unknown>" : escaped(row.name()));
        header(prefix + "ConnectedLineNum", "<unknown>");
        header(prefix + "ConnectedLineName", "<unknown>");
        header(prefix + "Language", "");
        header(prefix + "AccountCode", "");
        header(prefix + "Context", row.context());
        header(prefix + "Exten", row.exten());
        header(prefix + "Priority", "1");
        header(prefix + "Uniqueid", row.uniqueid());
        return header(prefix + "Linkedid", row.linkedid());
    }

    Told channel(String prefix, CelRow row) {
        return channel(prefix, row, DOWN);
    }

    /// Names are escaped in C's way.
    private static String escaped(String name) {
        return name.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    AmiMessage message() {
        return new AmiMessage(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8), at);
    }
}
