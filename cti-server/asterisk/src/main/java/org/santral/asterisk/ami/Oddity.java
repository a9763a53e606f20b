package org.santral.asterisk.ami;

/// What can be wrong with what an exchange sends. Each is counted, none stops anything.
public enum Oddity {
    TAINTED("messages whose headers were cut, repeated or out of order"),
    NOT_A_MESSAGE("blocks that were neither event nor response"),
    OVERSIZED("messages over the size limit, passed over"),
    CUT("messages that a lost link cut in the middle"),
    UNKNOWN_EVENT("events of a type this version does not know"),
    UNKNOWN_CHANNEL("events of a channel that was never introduced"),
    UNFIT_TEXT("names and numbers of callers with control marks, wrong encoding or more characters than are shown"),
    DUPLICATE("events that said what was known already"),
    LATE("events of a channel after its end"),
    UNHEARD("things that the exchange lists and had not told, or told and no longer lists: put right"),
    REFUSED_LOGIN("log-ins that the exchange refused: wrong name, password or address"),
    RECONNECT("links lost and sought again");

    private final String help;

    Oddity(String help) {
        this.help = help;
    }

    public String help() {
        return help;
    }
}
