package org.santral.bench.chaos;

import java.nio.file.Path;

/// What is asked of a run.
///
/// @param root the project's folder
/// @param home an empty folder for what the run keeps
/// @param net all telephones live in 127.NET.0.0/16
/// @param keepDatabase whether the database's files stay when the run is over
record Plan(Path root, Path home, long seed, int calls, int faults, int net, boolean keepDatabase) {

    /// `ROOT HOME SEED CALLS FAULTS NET KEEP`, as `scripts/chaos` passes them.
    static Plan of(String[] args) {
        return new Plan(
                Path.of(args[0]).toAbsolutePath(),
                Path.of(args[1]).toAbsolutePath(),
                Long.parseLong(args[2]),
                Integer.parseInt(args[3]),
                Integer.parseInt(args[4]),
                Integer.parseInt(args[5]),
                Boolean.parseBoolean(args[6]));
    }
}
