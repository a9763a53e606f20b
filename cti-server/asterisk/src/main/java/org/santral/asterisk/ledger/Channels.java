package org.santral.asterisk.ledger;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of each channel of a call when the whole call is read: who it is, how it ended, whether it was
/// called.
final class Channels {
    /// A party that hangs up takes the others down within this time.
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    private static final String CALLED = "(Outgoing Line)";
    private static final String OF_A_QUEUE = "AppQueue";

    private final Map<String, CelRow> first = new HashMap<>();
    private final Map<String, CelRow> byName = new HashMap<>();
    private final Map<String, CelRow> hangUps = new HashMap<>();
    private final Map<String, CelRow> lastDials = new HashMap<>();
    private final Set<String> called = new HashSet<>();
    private final Map<String, String> calledAs = new HashMap<>();

    Channels(List<CelRow> rows) {
        Set<String> tookTheirPlace = new HashSet<>();
        for (CelRow row : rows) {
            if (row.ofQueueLog()) {
                continue;
            }
            first.putIfAbsent(row.uniqueid(), row);
            byName.putIfAbsent(row.channel(), row);
            if (row.type().equals("HANGUP")) {
                hangUps.put(row.uniqueid(), row);
            }
            if (row.type().equals("APP_START") && row.app().equals("Dial")) {
                lastDials.put(row.uniqueid(), row);
            }
            boolean beginsForAnother =
                    row.type().equals("CHAN_START") && !row.uniqueid().equals(row.linkedid());
            if (beginsForAnother || row.appData().equals(CALLED)) {
                called.add(row.uniqueid());
            }
            if (row.type().equals("PICKUP")) {
                CelRow picker = picker(row);
                if (picker != null && picker.uniqueid().equals(picker.linkedid())) {
                    tookTheirPlace.add(picker.uniqueid());
                }
            }
            if (row.appData().equals(CALLED)) {
                calledAs.putIfAbsent(row.uniqueid(), row.app());
            }
        }
        // Who picks up has dialled, and goes on in the place of the one who was called.
        called.removeAll(tookTheirPlace);
    }

    /// The channel that took the call of this `PICKUP`.
    @Nullable
    CelRow picker(CelRow pickUp) {
        CelRow by = of(Extra.of(pickUp).text("pickup_channel_uniqueid"));
        return by == null ? named(Extra.of(pickUp).text("pickup_channel")) : by;
    }

    @Nullable
    CelRow of(String uniqueid) {
        return first.get(uniqueid);
    }

    @Nullable
    CelRow named(String channel) {
        return byName.get(channel);
    }

    @Nullable
    CelRow hangUp(String uniqueid) {
        return hangUps.get(uniqueid);
    }

    /// Whether somebody, or the exchange itself, called this channel; else its party began.
    boolean called(CelRow row) {
        return called.contains(row.uniqueid());
    }

    /// Whether a queue may have called this channel: whom one calls is named so, at the latest when it hangs up. The
    /// Local channel by which a queue's agent asks a colleague is not (trace `queue-attended-ordered`).
    boolean calledByAQueue(CelRow row) {
        String as = calledAs.get(row.uniqueid());
        return as == null ? !hangUps.containsKey(row.uniqueid()) : as.equals(OF_A_QUEUE);
    }

    /// The other end of a Local channel.
    @Nullable
    CelRow twin(CelRow row) {
        String name = row.channel();
        if (name.endsWith(";1")) {
            return byName.get(name.substring(0, name.length() - 1) + "2");
        }
        return name.endsWith(";2") ? byName.get(name.substring(0, name.length() - 1) + "1") : null;
    }

    /// Whether the channel's own party hung up.
    boolean endedByParty(CelRow hangUp) {
        return Extra.of(hangUp).text("hangupsource").equals(hangUp.channel());
    }

    /// Whether this channel's party hung up at that moment.
    boolean gaveUp(String uniqueid, CelRow then) {
        CelRow hangUp = hangUps.get(uniqueid);
        return hangUp != null
                && endedByParty(hangUp)
                && Duration.between(then.at(), hangUp.at()).abs().compareTo(TOGETHER) < 0;
    }

    /// How the last `Dial` of a channel ended, empty when that was another than this one.
    String dialStatus(CelRow dial) {
        CelRow hangUp = hangUps.get(dial.uniqueid());
        return hangUp == null || lastDials.get(dial.uniqueid()) != dial
                ? ""
                : Extra.of(hangUp).text("dialstatus");
    }
}
