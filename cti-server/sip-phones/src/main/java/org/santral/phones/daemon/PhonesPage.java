package org.santral.phones.daemon;

import java.util.List;
import java.util.Locale;
import org.santral.phones.AnswerMode;
import org.santral.phones.PhoneBench;
import org.santral.phones.SipPhone;
import org.santral.phones.call.PhoneCall;

/// `GET /phones` tells what each does, `PUT /phones/1001` how it shall answer, `POST /phones/1001/answer`
/// (`hang-up`, `hold`, `retrieve`, `dial`, `transfer`, `complete-transfer`, `press`) is a hand at the phone.
final class PhonesPage implements Page {
    private final PhoneBench bench;

    PhonesPage(PhoneBench bench) {
        this.bench = bench;
    }

    /// A phone and its calls.
    record PhoneReport(String extension, String mode, List<LineReport> calls) {
        private static PhoneReport of(SipPhone phone) {
            return new PhoneReport(
                    phone.extension(),
                    phone.mode().text(),
                    phone.calls().stream().map(LineReport::of).toList());
        }
    }

    /// A call at that phone.
    record LineReport(String id, String direction, String state, String from, String name, String dialled, long began) {
        private static LineReport of(PhoneCall call) {
            return new LineReport(
                    call.id(),
                    call.direction().name().toLowerCase(Locale.ROOT),
                    CallReport.word(call.phase()),
                    call.caller().number(),
                    call.caller().name(),
                    call.parties().dialled(),
                    call.progress().began().toEpochMilli());
        }
    }

    @Override
    public Reply answer(Asked asked) {
        return switch (asked.path().size()) {
            case 0 -> {
                if (!asked.method().equals("GET")) {
                    throw Refusal.method("GET");
                }
                yield Reply.ok(bench.phones().stream().map(PhoneReport::of).toList());
            }
            case 1 -> ofPhone(asked, phone(asked.path().getFirst()));
            case 2 -> {
                if (!asked.method().equals("POST")) {
                    throw Refusal.method("POST");
                }
                yield atPhone(asked, phone(asked.path().getFirst()));
            }
            default -> throw Refusal.unknown("Nothing is here; a phone is at /phones/EXTENSION.");
        };
    }

    private SipPhone phone(String extension) {
        return bench.phones().stream()
                .filter(phone -> phone.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("There is no phone " + extension + "; GET /phones lists them."));
    }

    private static Reply ofPhone(Asked asked, SipPhone phone) {
        return switch (asked.method()) {
            case "GET" -> Reply.ok(PhoneReport.of(phone));
            case "PUT" -> {
                phone.mode(mode(asked.fields("mode").needed("mode", 40)));
                yield Reply.ok(PhoneReport.of(phone));
            }
            default -> throw Refusal.method("GET and PUT");
        };
    }

    static AnswerMode mode(String text) {
        try {
            return AnswerMode.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("mode", "is no way to answer", "write " + AnswerMode.WORDS);
        }
    }

    private Reply atPhone(Asked asked, SipPhone phone) {
        String what = asked.path().getLast();
        String at = " at " + phone.extension() + ".";
        return switch (what) {
            case "dial" -> {
                String number = asked.fields("number").dialled("number");
                yield Reply.accepted(new CallsPage.Placed(bench.placeFrom(phone.extension(), number)));
            }
            case "transfer" -> {
                String number = asked.fields("number").dialled("number");
                yield done(phone.transfer(number), "Nobody talks" + at);
            }
            case "press" -> {
                String keys = asked.fields("keys").dialled("keys");
                yield done(phone.press(keys), "Nobody talks" + at);
            }
            case "answer", "hang-up", "hold", "retrieve", "complete-transfer" -> {
                asked.nothing();
                yield switch (what) {
                    case "answer" -> done(phone.answer(), "No call rings" + at);
                    case "hang-up" -> done(phone.hangUp(), "No call is" + at);
                    case "hold" -> done(phone.hold(), "Nobody talks" + at);
                    case "complete-transfer" -> done(phone.completeTransfer(), "There are not two calls to join" + at);
                    default -> done(phone.retrieve(), "No call is on hold" + at);
                };
            }
            default ->
                throw Refusal.unknown(
                        "A phone can answer, hang-up, hold, retrieve, dial, transfer, complete-transfer and press.");
        };
    }

    private static Reply done(boolean done, String otherwise) {
        if (!done) {
            throw Refusal.impossible(otherwise);
        }
        return Reply.done();
    }
}
