package org.santral.pbxconfig.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.santral.pbxconfig.asterisk.AsteriskVersion;

/// The options behind a command, all of the form `--name value`.
final class Options {

    private static final Set<String> KNOWN =
            Set.of("--site", "--out", "--secrets", "--asterisk", "--net", "--home", "--rootfs");

    private final Map<String, String> given = new HashMap<>();

    Options(String[] args, int from) throws Usage {
        for (int i = from; i < args.length; i += 2) {
            if (!KNOWN.contains(args[i])) {
                throw new Usage("unknown option " + args[i] + "; see --help");
            }
            if (i + 1 == args.length) {
                throw new Usage(args[i] + " needs a value; see --help");
            }
            given.put(args[i], args[i + 1]);
        }
    }

    Path path(String name) throws Usage {
        return optionalPath(name).orElseThrow(() -> new Usage(name + " is missing; see --help"));
    }

    Optional<Path> optionalPath(String name) {
        return Optional.ofNullable(given.get(name))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .map(Path::normalize);
    }

    AsteriskVersion version() throws Usage {
        String major = given.getOrDefault("--asterisk", "22");
        return AsteriskVersion.of(major)
                .orElseThrow(() -> new Usage("--asterisk " + major + " is not supported; write 16 or 22"));
    }

    /// 0 when no net was asked for.
    int net() throws Usage {
        String net = given.get("--net");
        if (net == null) {
            return 0;
        }
        if (!net.matches("[1-9]\\d{0,2}") || Integer.parseInt(net) > 254) {
            throw new Usage("--net " + net + " is no loopback net; write a number from 1 to 254");
        }
        return Integer.parseInt(net);
    }
}
