package org.santral.screenpop;

import java.util.List;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.CallerClass;

/// Which ringing phone shows a card.
public final class ScreenPopPolicy {
    private ScreenPopPolicy() {}

    /// @param somebodyThere whether an agent is signed on at the phone
    public static PopDecision decide(Ring ring, boolean somebodyThere) {
        var phone = ring.phone();
        if (phone == null) {
            return new PopDecision.ShowNothing(List.of(Because.of(Rules.NO_POP_UNMAPPED, "device", ring.device())));
        }
        String extension = phone.extension();
        if (ring.ownCall()) {
            return new PopDecision.ShowNothing(
                    List.of(Because.of(Rules.NO_POP_OWN_CALL, "extension", extension, "number", ring.number())));
        }
        if (!somebodyThere) {
            return new PopDecision.ShowNothing(List.of(Because.of(Rules.NO_POP_NOBODY, "extension", extension)));
        }
        if (ring.queue() != null) {
            return show(Because.of(Rules.POP_QUEUE, "queue", ring.queue(), "extension", extension));
        }
        if (ring.caller().kind() == CallerClass.INTERNAL) {
            return show(Because.of(
                    Rules.POP_COLLEAGUE,
                    "extension",
                    extension,
                    "from",
                    ring.caller().number()));
        }
        return show(Because.of(Rules.POP_DIRECT, "extension", extension));
    }

    private static PopDecision show(Because because) {
        return new PopDecision.Show(List.of(because));
    }
}
