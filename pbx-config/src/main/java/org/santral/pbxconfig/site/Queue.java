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
        Timing timing,
        Manner manner) {

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

    /// How a queue treats its callers and members.
    ///
    /// @param answersFirst whether the exchange answers before anybody does, so that callers hear the queue's
    ///     music and not ringing
    /// @param membersByDialplan whether a member is rung by the dialplan, as a colleague would ring the desk
    ///     (Asterisk's Local channels), and not as a bare phone
    /// @param overflow where those go whom the queue sends away, null when they are hung up
    public record Manner(
            boolean answersFirst,
            boolean membersByDialplan,
            @Nullable Overflow overflow) {}

    /// Where a queue's callers go when nobody has answered in time.
    public sealed interface Overflow {}

    public record ToQueue(String queue) implements Overflow {}

    /// Somebody outside, called through the first trunk.
    public record ToNumber(String number) implements Overflow {}

    /// @param ringSeconds how long a member's phone rings before the next try
    /// @param wrapUpSeconds how long a member is left alone after a call
    /// @param maxWaitSeconds how long a caller waits before being sent away
    public record Timing(int ringSeconds, int wrapUpSeconds, int maxWaitSeconds) {}
}
