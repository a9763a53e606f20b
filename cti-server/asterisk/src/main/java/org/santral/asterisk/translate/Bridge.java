package org.santral.asterisk.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.santral.asterisk.ami.AmiMessage;

/// Channels that are mixed together. A holding bridge (parking) keeps its channels apart; in a conference room
/// calls meet that stay calls of their own.
final class Bridge {
    /// What kind of company channels keep in it.
    enum Kind {
        TALK,
        HOLDING,
        ROOM;

        static Kind of(AmiMessage message) {
            if (message.text("BridgeTechnology").equals("holding_bridge")) {
                return HOLDING;
            }
            return message.text("BridgeCreator").equals("ConfBridge") ? ROOM : TALK;
        }
    }

    final Kind kind;
    final List<Channel> channels = new ArrayList<>(2);

    Bridge(Kind kind) {
        this.kind = kind;
    }

    /// Who hears whom from here, through Local channels into the bridges behind them.
    Set<Channel> audible() {
        if (kind == Kind.HOLDING) {
            return Set.of();
        }
        Set<Channel> heard = new LinkedHashSet<>();
        Set<Bridge> seen = new LinkedHashSet<>();
        gather(heard, seen);
        return heard;
    }

    private void gather(Set<Channel> heard, Set<Bridge> seen) {
        if (kind == Kind.HOLDING || !seen.add(this)) {
            return;
        }
        for (Channel channel : channels) {
            if (!channel.local) {
                heard.add(channel);
                continue;
            }
            Channel twin = channel.twin;
            Bridge behind = twin == null ? null : twin.bridge;
            if (behind != null) {
                behind.gather(heard, seen);
            }
        }
    }
}
