package org.santral.server.imports.export;

import java.io.IOException;
import java.util.List;

/// A file that customers are written to, one after the other.
interface CustomerFile extends AutoCloseable {
    void write(Exported customer) throws IOException;

    /// Ends the file; what it is written to stays open.
    @Override
    void close() throws IOException;

    /// Writes lines of cells.
    interface Lines extends AutoCloseable {
        void line(List<String> cells) throws IOException;

        @Override
        void close() throws IOException;
    }

    /// As a table.
    static CustomerFile table(CustomerColumns columns, Lines lines) throws IOException {
        lines.line(columns.names());
        return new CustomerFile() {
            @Override
            public void write(Exported customer) throws IOException {
                lines.line(columns.cells(customer));
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }
}
