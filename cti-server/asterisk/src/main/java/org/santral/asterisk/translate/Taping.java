package org.santral.asterisk.translate;

import org.santral.asterisk.ami.AmiMessage;
import org.santral.pbx.PbxEvent;

/// What MixMonitor and the dialplan say of recordings.
///
/// MixMonitorStart carries no file name; the dialplan of pbx-config says it in an event of its own just before,
/// `UserEvent(Santral, Step: recording, File: ...)`, which may overtake or be overtaken. A hang-up ends a recording
/// without MixMonitorStop.
final class Taping {
    private final Outbox out;

    Taping(Outbox out) {
        this.out = out;
    }

    void take(String event, AmiMessage message, Channel channel) {
        if (!channel.told) {
            return;
        }
        switch (event) {
            case "MixMonitorStart" -> started(channel);
            case "MixMonitorStop" -> stopped(channel);
            default -> muted(message, channel);
        }
    }

    private void started(Channel channel) {
        channel.tape.running++;
        say(channel);
    }

    void named(Channel channel, String file) {
        channel.tape.file = file;
        if (channel.tape.running > 0) {
            say(channel);
        }
    }

    private void say(Channel channel) {
        out.put(new PbxEvent.RecordingStarted(channel.group.call, channel.connection, channel.tape.file));
    }

    private void stopped(Channel channel) {
        if (channel.tape.running > 0) {
            channel.tape.running--;
            channel.tape.file = "";
            out.put(new PbxEvent.RecordingStopped(channel.group.call, channel.connection));
        }
    }

    /// One side alone muted is no pause: the other is still on file.
    private void muted(AmiMessage message, Channel channel) {
        boolean was = channel.tape.paused();
        boolean mute = message.text("State").equals("1");
        String direction = message.text("Direction");
        if (direction.equals("read") || direction.equals("both")) {
            channel.tape.saysMuted = mute;
        }
        if (direction.equals("write") || direction.equals("both")) {
            channel.tape.hearsMuted = mute;
        }
        // What is said of both sides is passed on as it is: from before a restart of ours nothing is known here.
        if (direction.equals("both") || channel.tape.paused() != was) {
            out.put(
                    channel.tape.paused()
                            ? new PbxEvent.RecordingPaused(channel.group.call, channel.connection)
                            : new PbxEvent.RecordingResumed(channel.group.call, channel.connection));
        }
    }
}
