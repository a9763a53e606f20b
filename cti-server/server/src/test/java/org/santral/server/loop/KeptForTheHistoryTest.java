package org.santral.server.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.server.journal.Journal;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;

/// The journal keeps a call that has ended until the history has its last record, also where the call ends in
/// the very batch that fills a segment.
class KeptForTheHistoryTest {
    @TempDir
    private Path folder;

    @Test
    void aCallThatEndsAsASegmentIsFullIsToldAgainAfterACrash() throws Exception {
        Database stopped = new Database();
        try (PbxLoop loop = loop(stopped)) {
            loop.replay();
            loop.put(new Input.SiteSet(Recorded.PBX, Recorded.site(), Instant.EPOCH));
            loop.start();
            loop.put(Recorded.messages("queue-ring-all-answered"));
            await().until(() -> stopped.last != null);
            // A segment is full after every batch: these come after the end of the call.
            for (int i = 0; i < 3; i++) {
                loop.put(new Input.LinkUp(Recorded.PBX, false, Instant.EPOCH));
                loop.run(() -> {}).get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(stopped.last).isNotNull();

        Database afterCrash = new Database();
        try (PbxLoop again = loop(afterCrash)) {
            again.replay();
        }
        assertThat(afterCrash.last).isEqualTo(stopped.last);
    }

    private PbxLoop loop(Carrier database) throws IOException {
        return new PbxLoop(
                PbxLoop.Ears.of(Recorded.PBX),
                new Journal(folder.resolve("journal"), 1, 1),
                new Inbox(1000, folder.resolve("spill")),
                database);
    }

    /// Took every state of a call but its last, and is gone.
    private static final class Database implements Carrier {
        private final Set<CallId> missing = ConcurrentHashMap.newKeySet();
        private volatile @Nullable CallRecord last;

        @Override
        public void show(Effect effect) {}

        @Override
        public void carry(Effect effect, boolean live) {
            if (effect instanceof Effect.RecordCall(CallRecord record) && record.endedAt() != null) {
                missing.add(record.call());
                last = record;
            }
        }

        @Override
        public Set<CallId> unwritten() {
            return missing;
        }
    }
}
