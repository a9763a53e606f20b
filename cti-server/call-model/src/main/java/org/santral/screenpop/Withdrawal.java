package org.santral.screenpop;

/// Why a card left a screen before its agent answered.
public enum Withdrawal {
    ANSWERED_ELSEWHERE,
    CALLER_GAVE_UP,
    NO_ANSWER,
    REJECTED,
    BUSY,
    DIVERTED,
    LOST_TRACK
}
