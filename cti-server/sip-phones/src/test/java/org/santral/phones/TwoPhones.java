package org.santral.phones;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Predicate;
import org.santral.phones.call.Room;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;

/// A carrier wired straight to a phone, and that phone straight to a second one: no PBX between them.
final class TwoPhones implements AutoCloseable {
    private static final int NET = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    final Room room = Room.open("two-phones");
    final Carrier carrier;
    final SipPhone sara;
    final SipPhone omid;

    TwoPhones() {
        InetSocketAddress saraAt = PhoneBench.at(NET, 9, 1);
        InetSocketAddress omidAt = PhoneBench.at(NET, 9, 2);
        carrier = new Carrier(room, PhoneBench.at(NET, 9, 3), saraAt);
        sara = new SipPhone("1001", room, saraAt, omidAt);
        omid = new SipPhone("1002", room, omidAt, saraAt);
    }

    Sighting await(String device, What what) {
        return await(device + " " + what, seen -> seen.is(device, what));
    }

    Sighting await(String expected, Predicate<Sighting> fits) {
        return room.truth().await(expected, PATIENCE, fits);
    }

    boolean saw(String device, What what) {
        return room.truth().all().stream().anyMatch(seen -> seen.is(device, what));
    }

    @Override
    public void close() {
        sara.close();
        omid.close();
        carrier.close();
        room.loop().close();
    }
}
