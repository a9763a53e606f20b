package org.santral.phones.daemon;

import java.util.Locale;
import org.santral.phones.AnswerMode;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.Direction;
import org.santral.phones.call.PhoneCall;

/// The people behind the carrier whom the phones call: `GET /outside` lists the calls that have reached them,
/// `PUT /outside/NUMBER` says how one takes calls, `POST /outside/NUMBER/hang-up` lets one hang up.
final class OutsidePage implements Page {
    private final PhoneBench bench;

    OutsidePage(PhoneBench bench) {
        this.bench = bench;
    }

    /// A call at somebody outside.
    record CalledReport(String number, String state, String from) {
        private static CalledReport of(PhoneCall call) {
            return new CalledReport(
                    call.parties().dialled(),
                    call.phase().name().toLowerCase(Locale.ROOT),
                    call.caller().number());
        }
    }

    @Override
    public Reply answer(Asked asked) {
        return switch (asked.path().size()) {
            case 0 -> {
                if (!asked.method().equals("GET")) {
                    throw Refusal.method("GET");
                }
                yield Reply.ok(bench.carrier().calls().stream()
                        .filter(call -> call.direction() == Direction.INCOMING)
                        .map(CalledReport::of)
                        .toList());
            }
            case 1 -> {
                if (!asked.method().equals("PUT")) {
                    throw Refusal.method("PUT");
                }
                AnswerMode mode = PhonesPage.mode(asked.fields("mode").needed("mode", 40));
                bench.carrier().takes(asked.path().getFirst(), mode);
                yield Reply.done();
            }
            default -> hangUp(asked);
        };
    }

    private Reply hangUp(Asked asked) {
        if (asked.path().size() > 2 || !asked.path().getLast().equals("hang-up")) {
            throw Refusal.unknown("People outside can only hang up.");
        }
        if (!asked.method().equals("POST")) {
            throw Refusal.method("POST");
        }
        asked.nothing();
        String number = asked.path().getFirst();
        if (!bench.carrier().hangUpAt(number)) {
            throw Refusal.impossible("No call is at " + number + ".");
        }
        return Reply.done();
    }
}
