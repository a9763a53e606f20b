package org.santral.bench.pop;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.santral.bench.house.BenchBook;
import org.santral.bench.house.BenchSite;
import org.santral.bench.traffic.Player;
import org.santral.bench.traffic.RecordedCall;
import org.santral.bench.traffic.StandInExchange;
import org.santral.bench.traffic.TimedCopy;

/// Lets phones ring: at random moments, so many a second on average, each call from another customer at another
/// desk.
///
/// Everything up to the ringing leaves in one write, the end of the call in another, three seconds later.
final class Ringer {
    private static final long RINGS = TimeUnit.SECONDS.toNanos(3);

    /// A call's desk is chosen so long before it rings there.
    private static final long AHEAD = TimeUnit.MILLISECONDS.toNanos(50);

    private final RecordedCall recording;
    private final int untilRinging;
    private final StandInExchange exchange;
    private final Watch watch;
    private final Iterator<Integer> customers;
    private final Random random = new Random(7);
    private long copies;

    /// @param recording of a call to one phone that rings and is not answered
    /// @param customers one for each call, none twice
    Ringer(RecordedCall recording, StandInExchange exchange, Watch watch, Iterator<Integer> customers) {
        this.recording = recording;
        this.exchange = exchange;
        this.watch = watch;
        this.customers = customers;
        int end = 0;
        while (!recording.events().get(end).name().equals("DialEnd")) {
            end++;
        }
        untilRinging = end;
    }

    /// Plays until the last call is over.
    Watch.Seen ring(int perSecond, int seconds) throws IOException {
        Player player = new Player(exchange);
        long now = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
        long over = now + TimeUnit.SECONDS.toNanos(seconds);
        for (long at = now; at < over; at += gap(perSecond)) {
            player.play(at - AHEAD);
            plan(player, at);
        }
        player.play(Long.MAX_VALUE);
        return watch.seen();
    }

    private long gap(int perSecond) {
        return (long) (-Math.log(1 - random.nextDouble()) * 1e9 / perSecond);
    }

    private void plan(Player player, long at) {
        int desk = watch.takeIdle();
        int customer = customers.next();
        String number = BenchBook.number(customer);
        String name = BenchBook.name(customer);
        TimedCopy call = new TimedCopy(
                recording.saying(Map.of(
                        "02112345678", number,
                        "1001", BenchSite.extension(desk),
                        "5003", BenchSite.directNumber(desk))),
                copies++);
        player.plan(at, call, 0, untilRinging, () -> watch.rings(desk, number, name));
        player.plan(at + RINGS, call, untilRinging, recording.events().size(), () -> watch.giveBack(desk));
    }
}
