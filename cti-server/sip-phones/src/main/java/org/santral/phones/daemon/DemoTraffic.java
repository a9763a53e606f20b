package org.santral.phones.daemon;

import org.jspecify.annotations.Nullable;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.SipPhone;
import org.santral.phones.loop.Alarm;
import org.santral.phones.loop.PhoneLoop;

/// The callers who come by themselves. They bring how they are answered and how long they talk, so that nobody
/// has to sit at a desk. Who finds more calls up than there are phones stays away. Lives on the loop.
final class DemoTraffic {
    static final int MOST_PER_MINUTE = 120;

    private final PhoneBench bench;
    private final PhoneLoop loop;
    private final DemoMix mix;
    private int perMinute;
    private long placed;
    private long skipped;
    private @Nullable Alarm next;

    DemoTraffic(PhoneBench bench, DemoMix mix) {
        this.bench = bench;
        this.mix = mix;
        loop = bench.room().loop();
    }

    /// How it goes: `skipped` counts those who stayed away, `up` every placed call that is not over.
    record Told(int perMinute, long placed, long skipped, long up) {}

    Told told() {
        return loop.ask(() -> new Told(perMinute, placed, skipped, bench.callsUp()));
    }

    /// 0: nobody comes any more; calls that are up go on to their end.
    void perMinute(int wanted) {
        loop.ask(() -> {
            perMinute = wanted;
            if (next != null) {
                next.callOff();
            }
            awaitNext();
            return true;
        });
    }

    private void awaitNext() {
        next = perMinute == 0 ? null : loop.after(mix.gap(perMinute), this::arrive);
    }

    private void arrive() {
        awaitNext();
        comes();
    }

    /// On the loop: the next one comes now.
    void comes() {
        if (bench.callsUp() <= bench.phones().size() && place(mix.next())) {
            placed++;
        } else {
            skipped++;
        }
    }

    private boolean place(DemoCall call) {
        CallRequest request = call.request();
        return switch (call) {
            case DemoCall.FromOutside _ -> {
                bench.place(request);
                yield true;
            }
            case DemoCall.FromDesk(String extension, CallRequest _) -> {
                boolean free = bench.phones().stream()
                        .filter(phone -> phone.extension().equals(extension)
                                || phone.extension().equals(request.to()))
                        .map(SipPhone::calls)
                        .allMatch(calls -> calls.isEmpty());
                if (free) {
                    bench.placeFrom(extension, request);
                }
                yield free;
            }
        };
    }
}
