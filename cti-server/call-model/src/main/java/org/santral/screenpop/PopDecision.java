package org.santral.screenpop;

import java.util.List;
import org.santral.because.Because;

/// Whether a ringing phone shows a card. Both answers say why.
public sealed interface PopDecision {
    List<Because> because();

    /// On the screens of everybody who sits at the phone.
    record Show(List<Because> because) implements PopDecision {}

    record ShowNothing(List<Because> because) implements PopDecision {}
}
