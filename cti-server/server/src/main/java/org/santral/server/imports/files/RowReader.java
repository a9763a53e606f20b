package org.santral.server.imports.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a file from its beginning, row by row.
public interface RowReader extends AutoCloseable {
    /// In characters of a row or bytes of a card.
    int LONGEST_ROW = 1 << 20;
    int MOST_COLUMNS = 300;

    /// The next row; null behind the last one.
    ///
    /// @throws BrokenFile when nothing more can be read
    @Nullable
    FileRow next() throws IOException;

    /// Names of a workbook's sheets, in its order.
    default List<String> sheets() {
        return List.of();
    }

    /// How many rows there will have been, as far as one can tell from what is read; 0 when nobody can.
    long total();

    @Override
    void close() throws IOException;

    /// @throws BrokenFile when it is no file of this kind
    static RowReader open(Path file, Format format, Reading reading) throws IOException {
        return switch (format) {
            case CSV -> new CsvRows(file, reading);
            case XLSX -> new XlsxRows(file, reading.sheet());
            case VCARD -> new VCardRows(file, reading);
        };
    }

    enum Format {
        CSV,
        XLSX,
        VCARD
    }

    /// How a file is to be read.
    ///
    /// @param encoding of CSV and vCard: one of `Encodings.NAMES`
    /// @param delimiter of CSV
    /// @param sheet of XLSX, from 0
    record Reading(String encoding, char delimiter, int sheet) {}
}
