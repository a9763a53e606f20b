package org.santral.server.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the command line asks for.
///
/// @param does `--at`, `--effects` or `--check`
/// @param words that belong to it
/// @param options everything else, by name
record Wanted(String does, List<String> words, Map<String, String> options) {
    private static final Map<String, Integer> DOES = Map.of("--at", 1, "--effects", 2, "--check", 0);
    private static final Set<String> OPTIONS = Set.of("--journal", "--pbx", "--date");
    private static final String JSON = "--json";

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
                    throw new Unusable(2, arg + " needs " + (takes == 1 ? "a time" : "two times: FROM and TO"));
                }
                words.addAll(List.of(args).subList(i + 1, i + 1 + takes));
                i += takes;
            } else if (arg.equals(JSON)) {
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
            throw new Unusable(2, "nothing to do: write --at TIME, --effects FROM TO or --check");
        }
        return new Wanted(does, List.copyOf(words), Map.copyOf(options));
    }

    @Nullable
    String option(String name) {
        return options.get(name);
    }

    boolean json() {
        return options.containsKey(JSON);
    }
}
