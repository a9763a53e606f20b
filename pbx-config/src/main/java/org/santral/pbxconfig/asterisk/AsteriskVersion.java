package org.santral.pbxconfig.asterisk;

import java.util.Arrays;
import java.util.Optional;

/// The generations of Asterisk that are configured, and tested, by this project.
public enum AsteriskVersion {
    V16(16),
    V22(22);

    private final int major;

    AsteriskVersion(int major) {
        this.major = major;
    }

    public int major() {
        return major;
    }

    public static Optional<AsteriskVersion> of(String major) {
        return Arrays.stream(values())
                .filter(version -> String.valueOf(version.major).equals(major))
                .findFirst();
    }
}
