package org.santral.screenpop;

import org.santral.pbx.ClearCause;

/// Why a card leaves a screen whose phone stopped ringing unanswered.
public final class WithdrawalPolicy {
    private WithdrawalPolicy() {}

    /// @param answeredElsewhere whether somebody else answered the caller meanwhile
    /// @param takenBack whether a colleague who asked this phone has the caller back
    public static Withdrawal decide(ClearCause cause, boolean byParty, boolean answeredElsewhere, boolean takenBack) {
        return switch (cause) {
            case BUSY -> Withdrawal.BUSY;
            case REJECTED -> Withdrawal.REJECTED;
            case NO_ANSWER -> Withdrawal.NO_ANSWER;
            case DIVERTED -> Withdrawal.DIVERTED;
            case ANSWERED_ELSEWHERE -> Withdrawal.ANSWERED_ELSEWHERE;
            case LOST_TRACK, PBX_RESTARTED -> Withdrawal.LOST_TRACK;
            case NORMAL, CANCELLED -> {
                if (byParty) {
                    yield Withdrawal.REJECTED;
                }
                if (answeredElsewhere) {
                    yield Withdrawal.ANSWERED_ELSEWHERE;
                }
                yield takenBack ? Withdrawal.NO_ANSWER : Withdrawal.CALLER_GAVE_UP;
            }
            case UNREACHABLE, FAILED -> answeredElsewhere ? Withdrawal.ANSWERED_ELSEWHERE : Withdrawal.NO_ANSWER;
        };
    }
}
