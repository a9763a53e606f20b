package org.santral.phones;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.santral.phones.call.Leg;
import org.santral.phones.call.Room;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.Truth;

/// The phones and the carrier of a whole site on one loopback net: the PBX at 127.N.0.1, the carrier at
/// 127.N.0.2, the phone of extension 1001 at 127.N.1.1 and so on. Open it in a test, and close it.
public final class PhoneBench implements AutoCloseable {
    public static final String FIRST_DID = "02188880000";
    private static final int SIP = 5060;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Room room;
    private final int net;
    private final InetSocketAddress pbx;
    private final Carrier carrier;
    private final PlacedCalls placed;
    private final Map<String, SipPhone> phones = new LinkedHashMap<>();

    private PhoneBench(Room room, int net, InetSocketAddress pbx) {
        this.room = room;
        this.net = net;
        this.pbx = pbx;
        carrier = new Carrier(room, at(net, 0, 2), pbx);
        placed = new PlacedCalls(room);
    }

    /// The four phones of the demo site, which belong to the PBX of that net.
    public static PhoneBench open(int net) {
        return open(net, at(net, 0, 1), List.of("1001", "1002", "1003", "1004"));
    }

    /// `extensions` sit at 127.N.1.x, where x is what the extension has above 1000.
    public static PhoneBench open(int net, InetSocketAddress pbx, List<String> extensions) {
        Room room = Room.open("phones-" + net);
        try {
            PhoneBench bench = new PhoneBench(room, net, pbx);
            extensions.forEach(bench::plugIn);
            return bench;
        } catch (RuntimeException e) {
            room.loop().close();
            throw e;
        }
    }

    /// The SIP address 127.N.a.b:5060.
    public static InetSocketAddress at(int net, int a, int b) {
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, (byte) net, (byte) a, (byte) b}), SIP);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    public SipPhone phone(String extension) {
        SipPhone phone = phones.get(extension);
        if (phone == null) {
            throw new IllegalArgumentException("there is no phone " + extension + ", only " + phones.keySet());
        }
        return phone;
    }

    /// Pulls the plug of that phone: whoever it talks to is told nothing.
    public void unplug(String extension) {
        phone(extension).die();
    }

    /// The phone is there again, and knows nothing of before.
    public void plugIn(String extension) {
        phones.put(extension, newPhone(extension));
    }

    private SipPhone newPhone(String extension) {
        InetSocketAddress local = at(net, 1, Integer.parseInt(extension) - 1000);
        return new SipPhone(extension, room, local, pbx, placed);
    }

    public List<SipPhone> phones() {
        return List.copyOf(phones.values());
    }

    public Carrier carrier() {
        return carrier;
    }

    public Truth truth() {
        return room.truth();
    }

    /// Places a call through the trunk; the answer is its id.
    public String place(CallRequest request) {
        return placed.place(carrier, request);
    }

    /// Places a call from that phone, whose own number counts as the caller; the answer is its id.
    public String placeFrom(String extension, String number) {
        return placeFrom(extension, CallRequest.from(extension).to(number));
    }

    /// As above, with a time to answer, to talk and to give up.
    public String placeFrom(String extension, CallRequest request) {
        return placed.place(phone(extension), request);
    }

    /// What has become of a placed call; null when it is not known (any more).
    public @Nullable PlacedCall placed(String id) {
        return placed.find(id);
    }

    /// The caller of a placed call hangs up. False when it is over or forgotten.
    public boolean hangUp(String id) {
        return placed.hangUp(id);
    }

    /// The outside caller puts the site on hold, by a re-INVITE.
    public boolean hold(String id) {
        return carrier.inCall(id, Leg::hold);
    }

    public boolean retrieve(String id) {
        return carrier.inCall(id, Leg::retrieve);
    }

    /// The outside caller presses keys.
    public boolean press(String id, String keys) {
        return carrier.inCall(id, leg -> leg.press(keys));
    }

    /// How many placed calls are not over.
    public long callsUp() {
        return placed.up();
    }

    /// Waits up to 10 s for the first sighting that fits.
    public Sighting await(String expected, Predicate<Sighting> fits) {
        return truth().await(expected, PATIENCE, fits);
    }

    /// What went wrong inside the phones themselves: 0 in a healthy bench.
    public long failures() {
        return room.loop().failures();
    }

    public Room room() {
        return room;
    }

    /// Hangs up whatever is up and waits until it is over, at most for `patience`.
    public void hangUpAll(Duration patience) {
        List<Origin> devices = new ArrayList<>(phones.values());
        devices.addFirst(carrier);
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        Runnable look = () -> {
            if (devices.stream().allMatch(device -> device.calls().isEmpty())) {
                over.complete(true);
            }
        };
        truth().listen(sighting -> look.run());
        room.loop().execute(() -> {
            devices.forEach(device -> device.calls().forEach(call -> device.hangUp(call.id())));
            look.run();
        });
        over.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// Hangs up whatever is up, and frees every address.
    @Override
    public void close() {
        phones.values().forEach(SipPhone::close);
        carrier.close();
        room.loop().close();
    }
}
