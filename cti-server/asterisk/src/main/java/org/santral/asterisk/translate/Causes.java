package org.santral.asterisk.translate;

import org.santral.pbx.ClearCause;

/// Q.850 and the dial's own word for how it ended, read together.
///
/// Neither is enough: a member that is busy is reported as NOANSWER and only the cause 17 tells (trace 03c); a
/// caller who gives up leaves cause 0 (trace 02).
final class Causes {

    private Causes() {}

    static ClearCause of(int q850, Channel channel) {
        if (channel.up && !channel.takenOver) {
            return switch (q850) {
                case 0, 16, 31, 26 -> ClearCause.NORMAL;
                case 27, 38, 41, 44, 102 -> ClearCause.FAILED;
                default -> ClearCause.NORMAL;
            };
        }
        if (channel.forwarded) {
            return ClearCause.DIVERTED;
        }
        if (channel.takenOver) {
            return ClearCause.ANSWERED_ELSEWHERE;
        }
        return switch (q850) {
            case 17 -> ClearCause.BUSY;
            case 21 -> ClearCause.REJECTED;
            case 26 -> ClearCause.ANSWERED_ELSEWHERE;
            case 1, 2, 3, 20, 22, 27, 28 -> ClearCause.UNREACHABLE;
            case 34, 38, 41, 42, 44, 47, 58, 88, 102, 111 -> ClearCause.FAILED;
            // 127 too: what SIP has no cause for, a caller's CANCEL above all.
            default -> byDial(q850, channel);
        };
    }

    private static ClearCause byDial(int q850, Channel channel) {
        return switch (channel.dialStatus) {
            case "BUSY" -> ClearCause.BUSY;
            case "CANCEL" -> cancelled(channel);
            case "NOANSWER" -> ClearCause.NO_ANSWER;
            case "CHANUNAVAIL" -> ClearCause.UNREACHABLE;
            case "CONGESTION" -> ClearCause.FAILED;
            default -> q850 == 18 || q850 == 19 ? ClearCause.NO_ANSWER : ClearCause.NORMAL;
        };
    }

    /// Who is rung through a Local channel is told the same whether the caller gave up or the queue's patience
    /// was over (trace queue-local-members-timed-out).
    private static ClearCause cancelled(Channel channel) {
        Channel behalf = channel.behalf;
        if (behalf != null && behalf.answered) {
            return ClearCause.ANSWERED_ELSEWHERE;
        }
        boolean waits = behalf != null && behalf != channel.caller && !behalf.hangupAsked;
        return waits ? ClearCause.NO_ANSWER : ClearCause.CANCELLED;
    }
}
