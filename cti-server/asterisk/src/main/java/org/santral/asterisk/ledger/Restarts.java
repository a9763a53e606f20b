package org.santral.asterisk.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Starts of the exchange, told by its ids alone: `1795578972.15` is the sixteenth channel since the start, so
/// a later one with a smaller number belongs to another start.
final class Restarts {
    private static final Pattern ID = Pattern.compile("(?:.*-)?(\\d{9,11})\\.(\\d{1,18})");
    /// Channels that begin at the same moment may take their time and their number in different order.
    private static final long SECONDS = 2;

    private final List<Begun> begun = new ArrayList<>();

    private record Begun(long second, long number, Instant at) {}

    void see(CelRow row) {
        if (row.type().equals("CHAN_START")) {
            Matcher id = ID.matcher(row.uniqueid());
            if (id.matches()) {
                begun.add(new Begun(Long.parseLong(id.group(1)), Long.parseLong(id.group(2)), row.at()));
            }
        }
    }

    /// @return the first moment at which the exchange is known to have started after these channels began, null
    ///     when it is not known to have
    @Nullable
    Instant after(Collection<String> uniqueids) {
        Instant earliest = null;
        for (String uniqueid : uniqueids) {
            Matcher id = ID.matcher(uniqueid);
            if (!id.matches()) {
                continue;
            }
            long second = Long.parseLong(id.group(1));
            long number = Long.parseLong(id.group(2));
            for (Begun later : begun) {
                boolean otherStart = later.second() >= second + SECONDS && later.number() < number;
                if (otherStart && (earliest == null || later.at().isBefore(earliest))) {
                    earliest = later.at();
                }
            }
        }
        return earliest;
    }
}
