package org.santral.bench.chaos.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The site whose calls are driven: groups of a few phones each, and desks that belong to no group.
public final class ChaosSite {
    /// A group that rings all its phones, one that rings them in turn, and one whose callers wait 5 s at most.
    public enum Group {
        SALES("02188880000", 1001, 3),
        VIP("02188880001", 1004, 3),
        BRIEF("02188880002", 1007, 2);

        private final String line;
        private final int first;
        private final int size;

        Group(String line, int first, int size) {
            this.line = line;
            this.first = first;
            this.size = size;
        }

        /// What its callers dial.
        public String line() {
            return line;
        }

        String queue() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        List<String> phones() {
            return extensions(first, size);
        }
    }

    private static final int FIRST = 1001;
    private static final int FIRST_DESK = 1009;
    private static final int LAST = 1018;

    private ChaosSite() {}

    public static List<String> phones() {
        return extensions(FIRST, LAST - FIRST + 1);
    }

    /// The phones that are in no group.
    public static List<String> desks() {
        return extensions(FIRST_DESK, LAST - FIRST_DESK + 1);
    }

    private static List<String> extensions(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Integer::toString).toList();
    }

    public static String directNumber(String extension) {
        return "0218888" + extension;
    }

    public static String login(String extension) {
        return "agent" + extension;
    }

    public static Path write(Path file) throws IOException {
        StringBuilder yaml = new StringBuilder("""
                site: {name: Chaos, country: IR, timezone: Asia/Tehran, languages: [en]}
                pbx: {id: pbx1, kind: asterisk, address: 127.20.0.1, outside-line: "9", recording: off, park: on, conference: on, transfer: on}
                cti: {address: 127.20.0.1, port: 4573, budget-ms: 250, give-up-ms: 1000}
                trunks:
                  - {name: trunk, label: Carrier, address: 127.20.0.2, shows: "02188880000"}
                dids:
                """);
        for (Group group : Group.values()) {
            yaml.append("  - {number: \"%s\", label: %s line, trunk: trunk, queue: %s}\n"
                    .formatted(group.line(), group.queue(), group.queue()));
        }
        yaml.append("""
                queues:
                  - {name: sales, label: Sales, strategy: ringall, extension: "2001", ring-seconds: 20, wrap-up-seconds: 0, max-wait-seconds: 60}
                  - {name: vip, label: VIP, strategy: rrmemory, extension: "2002", ring-seconds: 4, wrap-up-seconds: 0, max-wait-seconds: 60}
                  - {name: brief, label: Brief, strategy: ringall, extension: "2003", ring-seconds: 4, wrap-up-seconds: 0, max-wait-seconds: 5}
                phones:
                """);
        for (String phone : phones()) {
            yaml.append("  - {extension: \"%s\", name: Desk %s, address: 127.20.1.%d, direct-number: \"%s\"}\n"
                    .formatted(phone, phone, Integer.parseInt(phone) - 1000, directNumber(phone)));
        }
        yaml.append("agents:\n");
        for (String phone : phones()) {
            String queues = java.util.Arrays.stream(Group.values())
                    .filter(group -> group.phones().contains(phone))
                    .map(Group::queue)
                    .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
            yaml.append("  - {login: %s, name: Agent %s, extension: \"%s\", queues: %s}\n"
                    .formatted(login(phone), phone, phone, queues));
        }
        return Files.writeString(file, yaml);
    }
}
