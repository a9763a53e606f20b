package org.santral.pbxconfig.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Everything found wrong so far.
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(@Nullable Node where, String path, String wrong, String mend) {
        int line = where == null
                ? 0
                : where.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        found.add(new Problem(line, path, wrong, mend));
    }

    List<Problem> found() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    /// The value as it is shown in a message: on one line, and not endless.
    static String shown(String value) {
        String plain = value.replaceAll("\\p{Cntrl}", "?");
        return '"' + (plain.length() > 60 ? plain.substring(0, 60) + "…" : plain) + '"';
    }
}
