package org.santral.phones;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.santral.phones.call.Caller;

/// A call to be placed, through the trunk or at a desk. `answerAfter`: one of the phones it rings at answers
/// after that time (null: as the phones are set); `talk`: the caller hangs up that long after somebody answered
/// (null: never); `giveUpAfter`: the caller's patience until somebody answers (null: endless).
public record CallRequest(
        Caller caller,
        String to,
        @Nullable Duration answerAfter,
        @Nullable Duration talk,
        @Nullable Duration giveUpAfter) {

    public static CallRequest from(String number) {
        return from(Caller.of(number, ""));
    }

    public static CallRequest from(Caller caller) {
        return new CallRequest(caller, PhoneBench.FIRST_DID, null, null, null);
    }

    public CallRequest named(String name) {
        return new CallRequest(
                new Caller(caller.number(), name, caller.withheld(), caller.asserted()),
                to,
                answerAfter,
                talk,
                giveUpAfter);
    }

    public CallRequest to(String did) {
        return new CallRequest(caller, did, answerAfter, talk, giveUpAfter);
    }

    public CallRequest answerAfter(Duration span) {
        return new CallRequest(caller, to, span, talk, giveUpAfter);
    }

    public CallRequest talk(Duration span) {
        return new CallRequest(caller, to, answerAfter, span, giveUpAfter);
    }

    public CallRequest giveUpAfter(Duration span) {
        return new CallRequest(caller, to, answerAfter, talk, span);
    }
}
