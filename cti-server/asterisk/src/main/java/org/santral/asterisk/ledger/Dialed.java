package org.santral.asterisk.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application that calls others on behalf of a channel, while it runs: `Dial` or `Queue`.
///
/// @param by the channel's step that began it
record Dialed(CelRow by) {

    boolean queue() {
        return by.app().equals("Queue");
    }

    String queueName() {
        return argument(0);
    }

    /// Seconds after which the queue sends its caller away, 0 when it never does.
    int patience() {
        String seconds = argument(4);
        return seconds.matches("\\d{1,6}") ? Integer.parseInt(seconds) : 0;
    }

    /// The queue counts whole seconds of the clock: who comes at the end of one waits almost a second less.
    boolean outOfPatience(Instant now) {
        return patience() > 0 && now.getEpochSecond() >= by.at().getEpochSecond() + patience();
    }

    private String argument(int place) {
        String[] arguments = by.appData().split(",", -1);
        return place < arguments.length ? arguments[place] : "";
    }

    /// The words by which this application called that channel, null when it did not.
    @Nullable
    String stringFor(CelRow called) {
        String device = device(called.channel());
        if (queue()) {
            return device.substring(device.indexOf('/') + 1);
        }
        for (String target : List.of(argument(0).split("&", -1))) {
            if (reaches(target, device)) {
                return target.substring(target.indexOf('/') + 1);
            }
        }
        return null;
    }

    /// `PJSIP/1001` reaches `PJSIP/1001`, and so do `PJSIP/1001/sip:...` and `PJSIP/number@1001`.
    private static boolean reaches(String target, String device) {
        int slash = target.indexOf('/');
        if (slash < 0 || !device.startsWith(target.substring(0, slash + 1))) {
            return false;
        }
        String name = device.substring(slash + 1);
        String rest = target.substring(slash + 1);
        if (device.startsWith("Local/")) {
            return rest.equals(name) || rest.startsWith(name + "/");
        }
        String at = rest.contains("@") ? rest.substring(rest.lastIndexOf('@') + 1) : rest;
        int further = at.indexOf('/');
        return (further < 0 ? at : at.substring(0, further)).equals(name) || rest.startsWith(name + "/");
    }

    static String device(String channel) {
        int dash = channel.lastIndexOf('-');
        return dash > 0 ? channel.substring(0, dash) : channel;
    }
}
