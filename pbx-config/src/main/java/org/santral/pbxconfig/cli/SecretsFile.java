package org.santral.pbxconfig.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.santral.pbxconfig.asterisk.Secrets;

/// Keeps secrets as `NAME=value` lines in a file that only its owner may read. Those that are missing are made
/// at random.
final class SecretsFile {

    private SecretsFile() {}

    static Secrets complete(Path file, List<String> wanted) throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    secrets.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        boolean complete = secrets.keySet().containsAll(wanted);
        SecureRandom random = new SecureRandom();
        wanted.forEach(name -> secrets.computeIfAbsent(name, _ -> made(random)));
        if (!complete) {
            write(file, secrets);
        }
        return new Secrets(secrets);
    }

    private static void write(Path file, Map<String, String> secrets) throws IOException {
        StringBuilder lines = new StringBuilder();
        secrets.forEach(
                (name, secret) -> lines.append(name).append('=').append(secret).append('\n'));
        OwnFiles.write(file, lines.toString());
    }

    private static String made(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
