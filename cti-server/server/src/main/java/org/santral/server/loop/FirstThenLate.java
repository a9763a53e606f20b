package org.santral.server.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.santral.caller.LookUp;

/// Hands a directory's answers on in their order: a late one may be there before the first was given back.
final class FirstThenLate {
    private final Consumer<LookUp> to;
    private final List<LookUp> early = new ArrayList<>();
    private boolean first = true;

    FirstThenLate(Consumer<LookUp> to) {
        this.to = to;
    }

    synchronized void first(LookUp answer) {
        first = false;
        to.accept(answer);
        early.forEach(to);
        early.clear();
    }

    synchronized void late(LookUp answer) {
        if (first) {
            early.add(answer);
        } else {
            to.accept(answer);
        }
    }
}
