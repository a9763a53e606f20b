package org.santral.server.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records that the database refused as no other is refused. They are kept in a file, so that they can be
/// offered again when whoever was wrong, the server or the database, has been mended.
final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    private final RecordFile file;
    private final Map<CallId, CallRecord> kept = new LinkedHashMap<>();
    /// Not in the file, for want of room: the journal must keep their calls.
    private final Map<CallId, CallRecord> onlyHere = new LinkedHashMap<>();
    private String lastReason = "";

    SetAside(Path file) {
        this.file = new RecordFile(file);
        this.file.read().forEach(record -> kept.merge(record.call(), record, SetAside::newer));
    }

    private static CallRecord newer(CallRecord one, CallRecord other) {
        return other.revision() > one.revision() ? other : one;
    }

    /// @return false when it had been refused before
    synchronized boolean add(CallRecord record, String reason) {
        lastReason = reason;
        CallRecord before = kept.get(record.call());
        if (before != null && before.revision() >= record.revision()) {
            return false;
        }
        kept.put(record.call(), record);
        try {
            file.append(List.of(record));
            onlyHere.remove(record.call());
        } catch (IOException e) {
            LOG.warn("A refused record could not be put on the disk ({}): the journal keeps it", e.getMessage());
            onlyHere.put(record.call(), record);
        }
        return true;
    }

    /// The database has this one, or a later one of its call.
    synchronized void taken(CallRecord record) {
        CallRecord before = kept.get(record.call());
        if (before == null || before.revision() > record.revision()) {
            return;
        }
        kept.remove(record.call());
        onlyHere.remove(record.call());
        if (kept.isEmpty()) {
            try {
                file.clear();
            } catch (IOException e) {
                LOG.warn("The records that were set aside are written, but their file stays: {}", e.getMessage());
            }
        }
    }

    synchronized List<CallRecord> all() {
        return new ArrayList<>(kept.values());
    }

    synchronized Set<CallId> onlyHere() {
        return Set.copyOf(onlyHere.keySet());
    }

    synchronized int count() {
        return kept.size();
    }

    synchronized String lastReason() {
        return lastReason;
    }
}
