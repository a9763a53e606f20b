package org.santral.asterisk.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.santral.asterisk.ami.AmiMessage;

/// One round of answers about what there is at the exchange, while it comes.
///
/// What is missing in a list has ended, but only where the list is whole: a block that a stranger's text has damaged,
/// or that never came, must not end a call that lives.
final class Lists {
    final List<Listed> channels = new ArrayList<>();
    /// Callers in queues, `QueueEntry`.
    final List<AmiMessage> waiting = new ArrayList<>();
    /// What kind of company is kept in the bridges.
    final Map<String, Bridge.Kind> kinds = new HashMap<>();

    private int channelBlocks;
    private int queueBlocks;
    private boolean channelsWhole;
    private boolean queuesWhole;

    void clear() {
        channels.clear();
        waiting.clear();
        kinds.clear();
        channelBlocks = 0;
        queueBlocks = 0;
        channelsWhole = false;
        queuesWhole = false;
    }

    void bridge(AmiMessage item) {
        if (item.one("BridgeUniqueid") != null) {
            kinds.put(item.text("BridgeUniqueid"), Bridge.Kind.of(item));
        }
    }

    void channel(Listed listed) {
        channelBlocks++;
        channels.add(listed);
    }

    /// It counts as one, and nobody is concluded to be gone or not.
    void countChannel() {
        channelBlocks++;
    }

    void countQueueBlock() {
        queueBlocks++;
    }

    void queueEntry(AmiMessage entry) {
        if (entry.one("Uniqueid") != null && entry.one("Queue") != null) {
            waiting.add(entry);
        }
    }

    void channelsEnd(AmiMessage end) {
        channelsWhole = says(end, channelBlocks);
    }

    void queuesEnd(AmiMessage end) {
        queuesWhole = says(end, queueBlocks);
    }

    private static boolean says(AmiMessage end, int blocks) {
        return end.find("ListItems", 0) < 0 || AsteriskTranslator.number(end.text("ListItems")) == blocks;
    }

    /// All channels that the exchange has are among them.
    boolean channelsWhole() {
        return channelsWhole;
    }

    /// All callers who wait are among them.
    boolean queuesWhole() {
        return queuesWhole;
    }
}
