package org.santral.phones.daemon;

import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.PlacedCall;
import org.santral.phones.call.Caller;

/// `POST /calls` places a call through the trunk, `GET /calls/ID` tells what became of it, `DELETE /calls/ID`
/// makes the caller hang up, `POST /calls/ID/hold` (`retrieve`, `press`) is a hand at the caller's phone.
final class CallsPage implements Page {
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WAIT = 3600;
    private static final int LONGEST_TALK = 86_400;

    private final PhoneBench bench;

    CallsPage(PhoneBench bench) {
        this.bench = bench;
    }

    /// The id of a call that was just placed.
    record Placed(String id) {}

    @Override
    public Reply answer(Asked asked) {
        return switch (asked.path().size()) {
            case 0 -> {
                if (!asked.method().equals("POST")) {
                    throw Refusal.method("POST");
                }
                yield Reply.accepted(new Placed(bench.place(order(asked))));
            }
            case 1 -> ofCall(asked.method(), asked.path().getFirst());
            case 2 -> {
                if (!asked.method().equals("POST")) {
                    throw Refusal.method("POST");
                }
                yield inCall(asked, asked.path().getFirst());
            }
            default -> throw Refusal.unknown("Nothing is here; a call is at /calls/ID.");
        };
    }

    private Reply ofCall(String method, String id) {
        PlacedCall call = bench.placed(id);
        if (call == null) {
            throw Refusal.unknown("There is no call " + id + " (any more).");
        }
        return switch (method) {
            case "GET" -> Reply.ok(CallReport.of(call));
            case "DELETE" -> {
                bench.hangUp(id);
                yield Reply.done();
            }
            default -> throw Refusal.method("GET and DELETE");
        };
    }

    private Reply inCall(Asked asked, String id) {
        boolean done = switch (asked.path().getLast()) {
            case "press" -> bench.press(id, asked.fields("keys").dialled("keys"));
            case "hold" -> {
                asked.nothing();
                yield bench.hold(id);
            }
            case "retrieve" -> {
                asked.nothing();
                yield bench.retrieve(id);
            }
            default -> throw Refusal.unknown("An outside caller can hold, retrieve and press.");
        };
        if (!done) {
            throw Refusal.impossible("Nobody outside talks in " + id + ".");
        }
        return Reply.done();
    }

    private static CallRequest order(Asked asked) {
        Fields fields =
                asked.fields("from", "name", "to", "anonymous", "asserted", "answerAfter", "talk", "giveUpAfter");
        boolean anonymous = fields.flag("anonymous");
        String from = anonymous ? fields.text("from", LONGEST_NUMBER) : fields.needed("from", LONGEST_NUMBER);
        String name = fields.text("name", LONGEST_NAME);
        String asserted = fields.text("asserted", LONGEST_NUMBER);
        return new CallRequest(
                anonymous ? Caller.anonymous(asserted.isEmpty() ? null : asserted) : Caller.of(from, name),
                fields.dialled("to"),
                fields.seconds("answerAfter", LONGEST_WAIT),
                fields.seconds("talk", LONGEST_TALK),
                fields.seconds("giveUpAfter", LONGEST_WAIT));
    }
}
