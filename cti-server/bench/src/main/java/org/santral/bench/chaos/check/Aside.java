package org.santral.bench.chaos.check;

import java.time.Duration;
import java.util.List;
import org.santral.bench.chaos.faults.Fault;
import org.santral.phones.call.Direction;
import org.santral.phones.call.PhoneCall;

/// A call that a desk of the site made beside a caller's: what it dialled tells what for.
///
/// @param account the caller's call
/// @param leg what the desk's phone saw
record Aside(Account account, PhoneCall leg, Purpose purpose) {
    enum Purpose {
        /// To ask a colleague, on the way to an attended transfer.
        CONSULTATION,
        /// `**` and an extension: to take the call that rings there.
        PICK_UP,
        /// 701 to 720: to fetch the caller who is parked there.
        RETRIEVAL;

        private static Purpose of(String dialled) {
            if (dialled.startsWith("**")) {
                return PICK_UP;
            }
            return dialled.matches("7[0-2][0-9]") ? RETRIEVAL : CONSULTATION;
        }

        /// Who dialled for this and was answered has the caller.
        boolean takes() {
            return this != CONSULTATION;
        }
    }

    static boolean is(Account account, PhoneCall leg) {
        return account.call().kind().incoming() && !Account.outside(leg) && leg.direction() == Direction.OUTGOING;
    }

    static Aside of(Account account, PhoneCall leg) {
        return new Aside(account, leg, Purpose.of(leg.parties().dialled()));
    }

    /// It became the caller's call: its phone is one of those that had the caller.
    boolean took() {
        return purpose.takes() && Account.answered(leg);
    }

    /// Whether that can be its row: a consultation whose transfer never came, or a hand that came too late, which
    /// reached nobody. What took its caller has none, unless the exchange died over it.
    boolean owns(Row row, Duration near, Duration blink) {
        return leg.device().equals(row.number())
                && apart(row).compareTo(near) < 0
                && (!took() || account.within(blink, Account.answeredAt(leg)))
                && (!purpose.takes() || !row.outcome().equals("ANSWERED"));
    }

    /// A hand that came too late, of which the exchange said so: a call, which the history has to know.
    boolean isCall(List<Fault> faults) {
        return purpose.takes() && !Account.answered(leg) && !Account.metClosedDoor(leg, faults);
    }

    Duration apart(Row row) {
        return Duration.between(leg.progress().began(), row.startedAt()).abs();
    }
}
