package org.santral.pbx;

/// Why a connection ended.
public enum ClearCause {
    NORMAL,
    BUSY,
    NO_ANSWER,
    REJECTED,
    ANSWERED_ELSEWHERE,
    CANCELLED,
    /// The called phone sent the caller on to another number.
    DIVERTED,
    UNREACHABLE,
    FAILED,
    /// The exchange says it is gone, but its end was not seen.
    LOST_TRACK,
    /// The exchange started anew while the connection was up.
    PBX_RESTARTED
}
