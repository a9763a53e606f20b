package org.santral.phones;

import org.jspecify.annotations.Nullable;
import org.santral.phones.call.PhoneCall;

/// What somebody outside a phone wants it to do with one particular call.
interface AnswerAdvice {
    AnswerAdvice NONE = new AnswerAdvice() {
        @Override
        public @Nullable AnswerMode modeFor(PhoneCall call) {
            return null;
        }

        @Override
        public boolean claim(PhoneCall call) {
            return true;
        }
    };

    /// Null: the phone's own mode counts.
    @Nullable
    AnswerMode modeFor(PhoneCall call);

    /// Asked when a phone is about to answer by itself: one phone of a group gets the call, the others let it
    /// ring.
    boolean claim(PhoneCall call);
}
