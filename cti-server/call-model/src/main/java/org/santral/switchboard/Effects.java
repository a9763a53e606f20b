package org.santral.switchboard;

import java.util.ArrayList;
import java.util.List;

/// What one input leads to, gathered in order.
final class Effects {
    private final List<Effect> gathered = new ArrayList<>();

    void add(Effect effect) {
        gathered.add(effect);
    }

    List<Effect> take() {
        if (gathered.isEmpty()) {
            return List.of();
        }
        var taken = List.copyOf(gathered);
        gathered.clear();
        return taken;
    }
}
