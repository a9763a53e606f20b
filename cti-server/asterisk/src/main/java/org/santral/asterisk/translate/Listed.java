package org.santral.asterisk.translate;

import java.util.Comparator;

/// A channel as `Status` lists it.
record Listed(ChannelHeaders headers) {
    private static final String OUTGOING = "(Outgoing Line)";

    /// Who began comes before who was called for them; among equals the older one, which gave the call its name.
    static final Comparator<Listed> FIRST_COMES_FIRST = Comparator.comparing((Listed one) -> !one.namesItsCall())
            .thenComparing(Listed::called)
            .thenComparing(one -> one.headers.uniqueid().length())
            .thenComparing(one -> one.headers.uniqueid());

    private boolean namesItsCall() {
        return headers.uniqueid().equals(headers.linkedid());
    }

    /// What others dial up runs `(Outgoing Line)`, with `AppDial` or `AppQueue` as its application.
    boolean called() {
        return headers.message().text("Data").equals(OUTGOING);
    }

    boolean calledByQueue() {
        return headers.message().text("Application").equals("AppQueue");
    }

    /// The queue the channel is in, waiting or talking, empty when in none: the first argument of `Queue`.
    String queue() {
        if (!headers.message().text("Application").equals("Queue")) {
            return "";
        }
        String arguments = headers.message().text("Data");
        int comma = arguments.indexOf(',');
        return comma < 0 ? arguments : arguments.substring(0, comma);
    }

    /// What the caller dialled; by now `Exten` may say where the dialplan has led them.
    String dialled() {
        String dnid = headers.message().text("DNID");
        return dnid.isEmpty() ? headers.exten() : dnid;
    }

    String bridge() {
        return headers.message().text("BridgeID");
    }

    /// `CHANNEL(onhold)` is 1 on the side that is held (trace 21).
    boolean onHold() {
        var message = headers.message();
        for (int i = message.find("Variable", 0); i >= 0; i = message.find("Variable", i + 1)) {
            if (message.value(i).equals("CHANNEL(onhold)=1")) {
                return true;
            }
        }
        return false;
    }
}
