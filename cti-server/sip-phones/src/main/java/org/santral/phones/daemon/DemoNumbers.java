package org.santral.phones.daemon;

import java.util.List;
import java.util.Random;
import org.santral.phones.call.Caller;

/// The numbers of the demo's callers. Those who are known stand in the book that the server fills for the demo.
final class DemoNumbers {
    /// A household line, a very important customer, one with an agent of their own, one that two people share.
    private static final List<String> BY_NAME = List.of("02112345678", "02187654321", "02155500001", "02122223333");

    /// Numbers that the regulators keep free for films, so that they are nobody's.
    private static final List<String> ABROAD =
            List.of("+4420794600%02d", "004930231250%02d", "+121255501%02d", "+336391199%02d", "006129150%02d60");

    private static final List<String> NAMES =
            List.of("", "", "Nordic Paper ApS", "O'Brien \"Bob\" & Söhne", "ООО «Север»", "شركة النيل", "فروشگاه کاوه");
    private static final int BOOK = 185;

    private final Random random;

    DemoNumbers(Random random) {
        this.random = random;
    }

    /// One of the demo's book: every fifth is one of those whom the documentation calls by name.
    String known() {
        if (random.nextInt(5) == 0) {
            return BY_NAME.get(random.nextInt(BY_NAME.size()));
        }
        int customer = random.nextInt(BOOK);
        return "0912%03d%04d".formatted(customer, 1000 + customer);
    }

    String unknown() {
        return random.nextBoolean()
                ? "0213%07d".formatted(random.nextInt(10_000_000))
                : "0935%07d".formatted(random.nextInt(10_000_000));
    }

    Caller foreign() {
        String number = ABROAD.get(random.nextInt(ABROAD.size())).formatted(random.nextInt(100));
        return Caller.of(number, NAMES.get(random.nextInt(NAMES.size())));
    }

    /// Whom a desk calls: a customer, or somebody who is busy or does not exist (see `CarrierPlan`).
    String outside() {
        return switch (random.nextInt(8)) {
            case 0 -> "02133330086";
            case 1 -> "02133330004";
            default -> known();
        };
    }
}
