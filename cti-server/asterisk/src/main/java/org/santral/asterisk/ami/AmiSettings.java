package org.santral.asterisk.ami;

import java.time.Duration;

/// Where the event session logs in, and how patient it is.
///
/// @param quiet silence after which the exchange is asked whether it is still there; the link is given up after
///     twice that
/// @param compare how often the exchange is asked what there is, to compare it with what was heard
public record AmiSettings(
        String host,
        int port,
        String user,
        String secret,
        Duration connect,
        Duration answer,
        Duration quiet,
        Duration compare) {

    public static AmiSettings of(String host, int port, String user, String secret) {
        return new AmiSettings(
                host,
                port,
                user,
                secret,
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }

    /// The same, less patient.
    public AmiSettings within(Duration newAnswer, Duration newQuiet, Duration newCompare) {
        return new AmiSettings(host, port, user, secret, connect, newAnswer, newQuiet, newCompare);
    }

    public AmiSettings {
        for (String value : new String[] {user, secret}) {
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a line break in the AMI user or secret: write them without");
            }
        }
    }
}
