package org.santral.server.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the command line asks for.
///
/// @param does `--at`, `--effects`, `--check` or `--golden`
/// @param words that belong to it
/// @param options everything else, by name
record Wanted(String does, List<String> words, Map<String, String> options) {
    private static final Map<String, Integer> DOES = Map.of("--at", 1, "--effects", 2, "--check", 0, "--golden", 3);
    private static final Set<String> OPTIONS = Set.of("--journal", "--pbx", "--date", "--into", "--database");
    private static final Map<Integer, String> NEEDS =
            Map.of(1, "a time", 2, "two times: FROM and TO", 3, "a name and two times: NAME, FROM and TO");
    private static final Set<String> FLAGS = Set.of("--json", "--map-numbers");

    /// @throws Unusable when it cannot be understood
    static Wanted read(String... args) {
        String does = null;
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            Integer takes = DOES.get(arg);
            if (takes != null) {
                if (does != null) {
                    throw new Unusable(2, does + " and " + arg + " do not go together: write one of them");
                }
                does = arg;
                if (i + takes >= args.length) {
                    throw new Unusable(2, arg + " needs " + NEEDS.get(takes));
                }
                words.addAll(List.of(args).subList(i + 1, i + 1 + takes));
                i += takes;
            } else if (FLAGS.contains(arg)) {
                options.put(arg, "");
            } else if (OPTIONS.contains(arg)) {
                if (++i == args.length) {
                    throw new Unusable(2, arg + " needs a value");
                }
                options.put(arg, args[i]);
            } else {
                throw new Unusable(2, "unknown option " + arg + ": see scripts/replay --help");
            }
        }
        if (does == null) {
            throw new Unusable(
                    2, "nothing to do: write --at TIME, --effects FROM TO, --check or --golden NAME FROM TO");
        }
        return new Wanted(does, List.copyOf(words), Map.copyOf(options));
    }

    @Nullable
    String option(String name) {
        return options.get(name);
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }
}
