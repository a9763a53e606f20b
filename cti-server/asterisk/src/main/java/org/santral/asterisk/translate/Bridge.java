package org.santral.asterisk.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Channels that are mixed together. A holding bridge (parking) keeps its channels apart.
final class Bridge {
    final boolean holding;
    final List<Channel> channels = new ArrayList<>(2);

    Bridge(boolean holding) {
        this.holding = holding;
    }

    /// Who hears whom from here, through Local channels into the bridges behind them.
    Set<Channel> audible() {
        if (holding) {
            return Set.of();
        }
        Set<Channel> heard = new LinkedHashSet<>();
        Set<Bridge> seen = new LinkedHashSet<>();
        gather(heard, seen);
        return heard;
    }

    private void gather(Set<Channel> heard, Set<Bridge> seen) {
        if (holding || !seen.add(this)) {
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
