package org.santral.phones.daemon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.santral.phones.CallRequest;
import org.santral.phones.call.Caller;
import org.santral.phones.daemon.DemoCall.FromDesk;
import org.santral.phones.daemon.DemoCall.FromOutside;
import org.santral.phones.daemon.DemoCall.Who;

/// Who calls next in the demo, and how the call goes: the same seed, the same calls.
final class DemoMix {
    private static final String SALES = "02188880000";
    private static final String SERVICE = "02188880001";
    private static final String DIRECT = "0218888001";
    private static final int REMEMBERED = 12;
    private static final Duration NEVER = Duration.ofMinutes(30);

    private final Random random;
    private final List<String> extensions;
    private final DemoNumbers numbers;
    private final Deque<Caller> recent = new ArrayDeque<>();

    DemoMix(long seed, List<String> extensions) {
        random = new Random(seed);
        this.extensions = List.copyOf(extensions);
        numbers = new DemoNumbers(random);
    }

    /// The time until the next caller: callers know nothing of one another.
    Duration gap(int perMinute) {
        double minutes = -Math.log(1 - random.nextDouble()) / perMinute;
        return Duration.ofMillis(Math.round(Math.min(minutes, 10) * 60_000));
    }

    DemoCall next() {
        int percent = random.nextInt(100);
        if (percent < 6 && extensions.size() > 1) {
            return colleague();
        }
        if (percent < 12) {
            return fromDesk(extension(), "9" + numbers.outside());
        }
        return fromOutside(
                percent < 60
                        ? Who.KNOWN
                        : percent < 71
                                ? Who.UNKNOWN
                                : percent < 78
                                        ? Who.FOREIGN
                                        : percent < 84 ? Who.ANONYMOUS : percent < 92 ? Who.IMPATIENT : Who.AGAIN);
    }

    private FromOutside fromOutside(Who who) {
        Caller again = recent.isEmpty() ? null : List.copyOf(recent).get(random.nextInt(recent.size()));
        Caller caller = caller(who, again);
        if (!caller.withheld()) {
            recent.addLast(caller);
            if (recent.size() > REMEMBERED) {
                recent.removeFirst();
            }
        }
        CallRequest request = CallRequest.from(caller).to(line());
        if (who == Who.IMPATIENT) {
            return new FromOutside(who, request.answerAfter(NEVER).talk(talk()).giveUpAfter(between(3, 12)));
        }
        return new FromOutside(who, everyday(request));
    }

    private Caller caller(Who who, @Nullable Caller again) {
        return switch (who) {
            case KNOWN -> Caller.of(numbers.known(), "");
            case UNKNOWN -> Caller.of(numbers.unknown(), "");
            case FOREIGN -> numbers.foreign();
            case ANONYMOUS -> Caller.anonymous(null);
            case IMPATIENT -> Caller.of(random.nextInt(3) == 0 ? numbers.unknown() : numbers.known(), "");
            case AGAIN -> again == null ? Caller.of(numbers.known(), "") : again;
        };
    }

    /// Most want sales, some service, and now and then somebody knows the number of a desk.
    private String line() {
        int percent = random.nextInt(100);
        if (percent < 60) {
            return SALES;
        }
        if (percent < 88) {
            return SERVICE;
        }
        return DIRECT + (1 + random.nextInt(4));
    }

    private FromDesk colleague() {
        String from = extension();
        String to = extension();
        while (to.equals(from)) {
            to = extension();
        }
        return fromDesk(from, to);
    }

    private FromDesk fromDesk(String extension, String number) {
        return new FromDesk(
                extension, everyday(CallRequest.from(extension).to(number)).giveUpAfter(between(20, 40)));
    }

    /// Answered after 2 to 8 s, or, one in ten, whenever somebody at a desk likes to.
    private CallRequest everyday(CallRequest request) {
        CallRequest patient = request.talk(talk()).giveUpAfter(between(25, 90));
        return random.nextInt(10) == 0 ? patient : patient.answerAfter(between(2, 8));
    }

    /// Many short talks, few long ones.
    private Duration talk() {
        double share = random.nextDouble();
        return Duration.ofMillis(Math.round(10_000 + 80_000 * share * share));
    }

    private Duration between(int least, int most) {
        return Duration.ofMillis(random.nextLong(least * 1000L, most * 1000L + 1));
    }

    private String extension() {
        return extensions.get(random.nextInt(extensions.size()));
    }
}
