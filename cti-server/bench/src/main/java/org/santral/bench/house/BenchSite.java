package org.santral.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A site of many desks: one trunk, the lines and groups the recordings speak of, a phone with a direct number
/// for each agent.
///
/// @param desks how many, at most 8000
public record BenchSite(int desks) {
    private static final int FIRST = 1001;

    /// Of the desk, counted from 0.
    public static String extension(int desk) {
        return Integer.toString(FIRST + desk);
    }

    public static String login(int desk) {
        return "agent" + extension(desk);
    }

    /// What a caller dials to reach this desk alone.
    public static String directNumber(int desk) {
        return "0218000" + extension(desk);
    }

    /// @param agiPort a free port for the server's route service
    public Path write(Path file, int agiPort) throws IOException {
        StringBuilder yaml = new StringBuilder("""
                site: {name: Bench, country: IR, timezone: Asia/Tehran, languages: [en]}
                pbx: {id: pbx1, kind: asterisk, address: 127.88.0.1, outside-line: "9", park: off, conference: off}
                cti: {address: 127.0.0.1, port: %d}
                trunks:
                  - {name: trunk, label: Carrier, address: 127.88.0.2}
                dids:
                  - {number: "5001", label: Sales line, trunk: trunk, queue: sales}
                  - {number: "5002", label: Partner line, trunk: trunk, queue: vip}
                queues:
                  - {name: sales, label: Sales, strategy: ringall}
                  - {name: vip, label: VIP, strategy: rrmemory}
                """.formatted(agiPort));
        yaml.append("phones:\n");
        for (int desk = 0; desk < desks; desk++) {
            yaml.append("  - {extension: \"%s\", name: Desk %s, address: 127.88.%d.%d, direct-number: \"%s\"}\n"
                    .formatted(extension(desk), extension(desk), 1 + desk / 250, 1 + desk % 250, directNumber(desk)));
        }
        yaml.append("agents:\n");
        for (int desk = 0; desk < desks; desk++) {
            yaml.append("  - {login: %s, name: Agent %s, extension: \"%s\", queues: [sales]}\n"
                    .formatted(login(desk), extension(desk), extension(desk)));
        }
        return Files.writeString(file, yaml);
    }
}
