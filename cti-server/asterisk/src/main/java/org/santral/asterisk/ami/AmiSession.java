package org.santral.asterisk.ami;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one link says to Asterisk and understands of its answers.
final class AmiSession {
    private static final String LOGIN = "santral-login";
    private final AmiSettings settings;
    private final OutputStream out;
    private final Consumer<AmiSignal> sink;
    private @Nullable String refused;
    private boolean open;
    private boolean greeted;

    AmiSession(AmiSettings settings, OutputStream out, Consumer<AmiSignal> sink) throws IOException {
        this.settings = settings;
        this.out = out;
        this.sink = sink;
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

    void take(AmiMessage message) {
        if (!open && message.isResponse() && LOGIN.equals(message.one("ActionID"))) {
            greeted = true;
            if (!"Success".equals(message.one("Response"))) {
                refused = message.text("Message");
            }
            return;
        }
        if (!open && greeted && "FullyBooted".equals(message.event())) {
            open = true;
            sink.accept(new AmiSignal.Opened(uptime(message), message.receivedAt()));
            askSnapshot();
            return;
        }
        sink.accept(message);
    }

    private void askSnapshot() {
        try {
            say("Action: CoreStatus\r\nActionID: santral-core\r\n\r\n"
                    + "Action: DeviceStateList\r\nActionID: santral-devices\r\n\r\n"
                    + "Action: BridgeList\r\nActionID: santral-bridges\r\n\r\n"
                    + "Action: QueueStatus\r\nActionID: santral-queues\r\n\r\n"
                    + "Action: Status\r\nActionID: santral-channels\r\nVariables: CHANNEL(onhold)\r\n\r\n");
        } catch (IOException e) {
            // The next read says so too, and says it to the right place.
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
