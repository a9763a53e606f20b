package org.santral.asterisk.ami;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one link says to Asterisk and understands of its answers.
final class AmiSession {
    private static final String LOGIN = "santral-login";
    private static final String CHANNELS = "santral-channels";
    private static final Duration UNTOLD_AS_LAST_TIME = Duration.ofMillis(300);

    /// Of each question that needs a right: its `ActionID` and its name.
    private static final Map<String, String> ASKED =
            Map.of("santral-core", "CoreStatus", "santral-devices", "DeviceStateList", CHANNELS, "Status");

    /// What stands at the exchange now.
    private static final String LISTS = "Action: BridgeList\r\nActionID: santral-bridges\r\n\r\n"
            + "Action: QueueStatus\r\nActionID: santral-queues\r\n\r\n"
            + "Action: Status\r\nActionID: " + CHANNELS + "\r\nVariables: CHANNEL(onhold)\r\n\r\n";

    private final AmiSettings settings;
    private final OutputStream out;
    private final Consumer<AmiSignal> sink;
    private final Rights rights;
    private @Nullable String refused;
    private @Nullable Instant greetedAt;
    private boolean open;
    private boolean booted;
    private boolean listsCome;

    AmiSession(AmiSettings settings, OutputStream out, Consumer<AmiSignal> sink, Rights rights) throws IOException {
        this.settings = settings;
        this.out = out;
        this.sink = sink;
        this.rights = rights;
        rights.begins();
        say("Action: Login\r\nActionID: " + LOGIN + "\r\nUsername: " + settings.user() + "\r\nSecret: "
                + settings.secret() + "\r\nEvents: on\r\n\r\n");
    }

    boolean isOpen() {
        return open;
    }

    @Nullable
    String refused() {
        return refused;
    }

    void ping() throws IOException {
        say("Action: Ping\r\nActionID: santral-ping\r\n\r\n");
    }

    /// Asks once more what there is, to compare it with what was heard; not while the last answer is still coming:
    /// over a slow line that would fill it.
    void compare() throws IOException {
        if (!listsCome) {
            listsCome = true;
            say(LISTS);
        }
    }

    /// How long a log-in waits to be told that the exchange is booted. An account without `system` in its `read` is
    /// never told; who was not told the last time does not wait long for it.
    Duration patience() {
        return rights.lacks(Rights.SYSTEM) ? UNTOLD_AS_LAST_TIME : settings.answer();
    }

    /// Logged in for so long and not told that the exchange is booted: the link is taken as it is. Should the exchange
    /// be booting still it says so later, and is asked again.
    ///
    /// @return whether the link is open now
    boolean goesOnUntold(Instant now) {
        Instant greeted = greetedAt;
        if (!open && greeted != null && !now.isBefore(greeted.plus(patience()))) {
            rights.untold(Rights.SYSTEM);
            opens(Long.MAX_VALUE, now);
        }
        return open;
    }

    private void opens(long uptime, Instant at) {
        open = true;
        listsCome = true;
        sink.accept(new AmiSignal.Opened(uptime, at));
        try {
            say("Action: CoreStatus\r\nActionID: santral-core\r\n\r\n"
                    + "Action: DeviceStateList\r\nActionID: santral-devices\r\n\r\n"
                    + LISTS);
        } catch (IOException e) {
            // The next read says so too, and says it to the right place.
        }
    }

    void take(AmiMessage message) {
        if (greetedAt == null && message.isResponse() && LOGIN.equals(message.one("ActionID"))) {
            greetedAt = message.receivedAt();
            if (!"Success".equals(message.one("Response"))) {
                refused = message.text("Message");
            }
            return;
        }
        if (!booted && greetedAt != null && "FullyBooted".equals(message.event())) {
            booted = true;
            rights.hears(Rights.SYSTEM);
            opens(uptime(message), message.receivedAt());
            return;
        }
        if (listsCome && CHANNELS.equals(message.one("ActionID")) && lastOfItsList(message)) {
            listsCome = false;
        }
        if (message.isResponse()) {
            String action = ASKED.get(message.text("ActionID"));
            if (action != null) {
                rights.answered(action, !"Permission denied".equals(message.one("Message")));
            }
        } else if (!rights.hearsCallsAndQueues()) {
            learn(message);
        }
        sink.accept(message);
    }

    private static boolean lastOfItsList(AmiMessage message) {
        return message.isResponse()
                ? !"Success".equals(message.one("Response"))
                : "StatusComplete".equals(message.event());
    }

    /// An event of its own accord says to which class it belongs; an answer to a question comes to whoever may ask.
    private void learn(AmiMessage message) {
        if (!message.is(1, "Privilege")) {
            return;
        }
        String privilege = message.value(1);
        for (String one : new String[] {Rights.CALL, Rights.AGENT}) {
            if (privilege.equals(one + ",all") && message.find("ActionID", 2) < 0) {
                rights.hears(one);
            }
        }
    }

    private static long uptime(AmiMessage message) {
        try {
            return Long.parseLong(message.text("Uptime"));
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void say(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
