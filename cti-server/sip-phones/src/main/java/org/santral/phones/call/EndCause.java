package org.santral.phones.call;

/// Why a call ended, seen from the device that tells.
public enum EndCause {
    /// This device hung up.
    HUNG_UP,
    /// The other side hung up.
    CLEARED_BY_OTHER,
    /// The caller gave up before anybody answered.
    GIVEN_UP,
    /// Another device answered the same call.
    ANSWERED_ELSEWHERE,
    /// Handed to somebody else by this device.
    TRANSFERRED,
    /// Sent on to another number by this device.
    FORWARDED,
    BUSY,
    DECLINED,
    NO_ANSWER,
    /// Refused for another reason: the status says which.
    REFUSED,
    /// Nothing was heard of the other side any more.
    LOST;

    static EndCause ofStatus(int status) {
        return switch (status) {
            case 408, 480 -> NO_ANSWER;
            case 486, 600 -> BUSY;
            case 487 -> GIVEN_UP;
            case 603 -> DECLINED;
            default -> REFUSED;
        };
    }
}
