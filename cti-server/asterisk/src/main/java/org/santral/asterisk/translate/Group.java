package org.santral.asterisk.translate;

import java.util.ArrayList;
import java.util.List;
import org.santral.pbx.CallId;

/// The channels that are one call, under the name the call got first.
final class Group {
    final CallId call;
    /// Age: of two groups that turn out to be one, the older one's name stays.
    final long born;
    final List<Channel> channels = new ArrayList<>(3);
    /// Every Linkedid under which a channel of this call was introduced: where a new one with the same finds
    /// its call.
    final List<String> linkedids = new ArrayList<>(1);

    /// Whether the model has heard of a connection of this call.
    boolean told() {
        for (Channel channel : channels) {
            if (channel.told) {
                return true;
            }
        }
        return false;
    }

    Group(CallId call, long born) {
        this.call = call;
        this.born = born;
    }
}
