package org.santral.bench.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A recorded call as an exchange wrote it down, to be written again as of another time and under other names.
///
/// @param lines of `ledger.cel`, of one call
record WrittenCall(List<String> lines) {
    private static final int TIME = 2;
    private static final int UNIQUEID = 3;
    private static final int LINKEDID = 4;
    private static final int EXTRA = 15;
    private static final int MOST_CHANNELS = 20;
    private static final Pattern BRIDGE = Pattern.compile("(\"bridge_id\":\")[0-9a-f]{8}");

    WrittenCall {
        lines = List.copyOf(lines);
    }

    static WrittenCall read(Path scenarios, String name) throws IOException {
        return new WrittenCall(Files.readAllLines(scenarios.resolve(name).resolve(name + ".cel")));
    }

    /// @param copy tells it from every other
    List<String> beganAt(Instant began, int copy) {
        double shift =
                began.getEpochSecond() - Double.parseDouble(lines.getFirst().split(",", -1)[TIME]);
        List<String> written = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            fields[TIME] = String.format(Locale.ROOT, "%.6f", Double.parseDouble(fields[TIME]) + shift);
            fields[UNIQUEID] = id(fields[UNIQUEID], began, copy);
            fields[LINKEDID] = id(fields[LINKEDID], began, copy);
            fields[EXTRA] = extra(fields[EXTRA], copy);
            written.add(String.join(",", fields));
        }
        return written;
    }

    private static String id(String id, Instant began, int copy) {
        int number = Integer.parseInt(id.substring(id.indexOf('.') + 1));
        return began.getEpochSecond() + "." + (copy * MOST_CHANNELS + number);
    }

    private static String extra(String encoded, int copy) {
        String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        String own = BRIDGE.matcher(text).replaceAll(String.format(Locale.ROOT, "$1%08x", copy));
        return Base64.getEncoder().encodeToString(own.getBytes(StandardCharsets.UTF_8));
    }
}
