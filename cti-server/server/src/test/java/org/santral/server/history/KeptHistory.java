package org.santral.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.santral.history.CallRecord;

/// The real way of records into the tables, for tests of other rooms.
public final class KeptHistory implements AutoCloseable {
    private final SpooledHistory history;

    /// @param folder for what waits
    public KeptHistory(DSLContext sql, Path folder) throws IOException {
        history = new SpooledHistory(new CallTables(sql), folder);
    }

    public void write(CallRecord record) {
        history.write(record);
    }

    /// Until everything is in the tables that was handed over.
    public void settle() throws InterruptedException {
        assertThat(history.awaitWritten(15_000)).as("all records are written").isTrue();
    }

    @Override
    public void close() {
        history.close();
    }
}
