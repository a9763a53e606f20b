package org.santral.asterisk.translate;

/// What is known of a channel's recordings: MixMonitor names neither its file nor itself in its events.
final class Tape {
    /// As the dialplan said it, before or after MixMonitorStart; empty when it has not.
    String file = "";
    /// How many run.
    int running;

    boolean hearsMuted;
    boolean saysMuted;

    boolean paused() {
        return hearsMuted && saysMuted;
    }
}
