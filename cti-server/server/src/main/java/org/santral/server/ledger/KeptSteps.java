package org.santral.server.ledger;

import static org.santral.server.tables.Tables.LEDGER_ROW;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ledger.CelRow;

/// Which steps are kept already: one exchange may write the same step into a file and into a database, and a
/// database that was slow to answer may have been told twice.
final class KeptSteps {
    private static final int AT_ONCE = 1000;

    private final Set<String> identities = new HashSet<>();
    private final Set<String> compared = new HashSet<>();
    private @Nullable Instant lateFrom;

    private KeptSteps() {}

    static KeptSteps among(DSLContext tables, String pbx, Collection<CelRow> rows) {
        KeptSteps kept = new KeptSteps();
        List<String> channels = rows.stream().map(CelRow::uniqueid).distinct().toList();
        for (int from = 0; from < channels.size(); from += AT_ONCE) {
            tables.select(LEDGER_ROW.LINE, LEDGER_ROW.UNIQUEID, LEDGER_ROW.SETTLED)
                    .from(LEDGER_ROW)
                    .where(LEDGER_ROW.PBX.eq(pbx))
                    .and(LEDGER_ROW.UNIQUEID.in(channels.subList(from, Math.min(channels.size(), from + AT_ONCE))))
                    .forEach(found -> kept.take(found.value1(), found.value2(), found.value3() != 0));
        }
        return kept;
    }

    private void take(String line, String uniqueid, boolean settled) {
        CelRow row = CelRow.read(line);
        if (row != null) {
            identities.add(row.identity());
        }
        if (settled) {
            compared.add(uniqueid);
        }
    }

    /// From then on it is kept.
    boolean isNew(CelRow row) {
        if (!identities.add(row.identity())) {
            return false;
        }
        if (compared.contains(row.uniqueid()) && (lateFrom == null || row.at().isBefore(lateFrom))) {
            lateFrom = row.at();
        }
        return true;
    }

    /// The earliest new step of a channel whose call has been compared already, null when there is none.
    @Nullable
    Instant lateFrom() {
        return lateFrom;
    }
}
