package org.santral.pbxconfig.site;

import org.jspecify.annotations.Nullable;

/// A group of agents and the rule by which it rings them.
///
/// @param extension what is dialled inside the house to reach it, null when it cannot be dialled
public record Queue(
        String name,
        Label label,
        Strategy strategy,
        @Nullable String extension,
        Timing timing) {

    public enum Strategy {
        /// every free member's phone rings at once
        RING_ALL("ringall"),
        /// one after the other, beginning behind the one who was last
        IN_TURN("rrmemory");

        private final String word;

        Strategy(String word) {
            this.word = word;
        }

        /// The word of `site.yaml`, which is Asterisk's own.
        public String word() {
            return word;
        }
    }

    /// @param ringSeconds how long a member's phone rings before the next try
    /// @param wrapUpSeconds how long a member is left alone after a call
    /// @param maxWaitSeconds how long a caller waits before being sent away
    public record Timing(int ringSeconds, int wrapUpSeconds, int maxWaitSeconds) {}
}
