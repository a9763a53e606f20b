package org.santral.asterisk.translate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Oddity;
import org.santral.asterisk.ami.Rights;
import org.santral.pbx.ClearCause;

/// Compares now and then what the exchange lists with what it told, and puts right what differs: an account that may
/// not hear a class of events, a filter in `manager.conf`, an event that a stranger's text has damaged.
///
/// A list is newer than the events that are still on their way: only what two lists in a row say counts.
final class Comparing {
    private final Exchange exchange;
    private final Dialling dialling;
    private final Queueing queueing;
    private final SnapshotTelling telling;
    private final Oddities oddities;
    private final Rights rights;

    private Set<String> neverTold = Set.of();
    private Set<String> notListed = Set.of();
    private Set<String> neverQueued = Set.of();
    private Set<String> neverLeft = Set.of();

    Comparing(
            Exchange exchange,
            Dialling dialling,
            Queueing queueing,
            SnapshotTelling telling,
            Oddities oddities,
            Rights rights) {
        this.exchange = exchange;
        this.dialling = dialling;
        this.queueing = queueing;
        this.telling = telling;
        this.oddities = oddities;
        this.rights = rights;
    }

    /// Another link: its own lists count.
    void begins() {
        neverTold = Set.of();
        notListed = Set.of();
        neverQueued = Set.of();
        neverLeft = Set.of();
    }

    void compare(Lists lists) {
        strangers(lists);
        if (lists.channelsWhole()) {
            gone(lists.channels);
        }
        if (lists.queuesWhole()) {
            queues(lists.waiting);
        }
    }

    private void strangers(Lists lists) {
        Set<String> now = ids(lists.channels);
        now.removeIf(id -> exchange.channel(id) != null);
        Set<String> twice = both(now, neverTold);
        neverTold = now;
        if (!twice.isEmpty()) {
            oddities.count(Oddity.UNHEARD);
            rights.untold(Rights.CALL);
        }
        if (rights.lacks(Rights.CALL)) {
            // Nobody tells how they go on either: the lists are all there is.
            telling.tell(lists.channels, lists);
        } else if (!twice.isEmpty()) {
            telling.tell(
                    lists.channels.stream()
                            .filter(one -> twice.contains(one.headers().uniqueid()))
                            .toList(),
                    lists);
        }
    }

    /// Its end was not told. Nobody talks for ever.
    private void gone(List<Listed> channels) {
        Set<String> listed = ids(channels);
        Set<String> now = exchange.channels().stream()
                .map(channel -> channel.uniqueid)
                .filter(id -> !listed.contains(id))
                .collect(Collectors.toSet());
        each(both(now, notListed), channel -> dialling.ended(channel, ClearCause.LOST_TRACK, 0, false));
        notListed = now;
    }

    private void queues(List<AmiMessage> entries) {
        Set<String> listed = new HashSet<>();
        Set<String> came = new HashSet<>();
        for (AmiMessage entry : entries) {
            String id = entry.text("Uniqueid");
            Channel caller = exchange.channel(id);
            listed.add(id);
            if (caller != null && caller.waitsIn == null) {
                came.add(id);
                if (neverQueued.contains(id)) {
                    oddities.count(Oddity.UNHEARD);
                    rights.untold(Rights.AGENT);
                    queueing.joined(caller, entry.text("Queue"), AsteriskTranslator.number(entry.text("Position")));
                }
            }
        }
        neverQueued = came;
        Set<String> left = exchange.channels().stream()
                .filter(channel -> channel.waitsIn != null && !listed.contains(channel.uniqueid))
                .map(channel -> channel.uniqueid)
                .collect(Collectors.toSet());
        each(both(left, neverLeft), this::left);
        neverLeft = left;
    }

    private void left(Channel caller) {
        String queue = caller.waitsIn;
        if (queue != null) {
            caller.answered |= caller.joined;
            queueing.left(caller, queue);
        }
    }

    private void each(Collection<String> ids, Consumer<Channel> what) {
        for (String id : ids) {
            @Nullable Channel channel = exchange.channel(id);
            if (channel != null) {
                oddities.count(Oddity.UNHEARD);
                what.accept(channel);
            }
        }
    }

    private static Set<String> ids(List<Listed> channels) {
        return channels.stream().map(listed -> listed.headers().uniqueid()).collect(Collectors.toSet());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
