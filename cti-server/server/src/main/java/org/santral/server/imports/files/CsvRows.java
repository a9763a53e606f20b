package org.santral.server.imports.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CSV (RFC 4180) as spreadsheets write it. A line break in quotes belongs to its field; a quote that nobody closes
/// ends the reading where the row became too long.
final class CsvRows implements RowReader {
    private static final int LONGEST_FIELD = 100_000;

    private final long bytes;
    private final CountedInput in;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private long row;

    CsvRows(Path file, Reading reading) throws IOException {
        bytes = Files.size(file);
        in = new CountedInput(Files.newInputStream(file), Long.MAX_VALUE, "The file");
        in.skipNBytes(Encodings.markLength(file));
        csv = CsvReader.builder()
                .fieldSeparator(reading.delimiter())
                .allowExtraCharsAfterClosingQuote(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(false)
                .maxBufferSize(LONGEST_ROW)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        new InputStreamReader(in, Charset.forName(reading.encoding())));
        if (Delimiters.said(Delimiters.beginning(file, reading.encoding())) != null) {
            csv.skipLines(1);
            row++;
        }
        records = csv.iterator();
    }

    @Override
    public @Nullable FileRow next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord read = records.next();
            return new FileRow(++row, List.copyOf(read.getFields()), null);
        } catch (CsvParseException e) {
            throw new BrokenFile(
                    row + 1,
                    "too-long",
                    "more than " + LONGEST_ROW + " characters, " + MOST_COLUMNS + " fields or " + LONGEST_FIELD
                            + " characters in a field. A quote may be missing before it, or the delimiter is another.");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public long total() {
        return in.count() == 0 || row == 0 ? 0 : in.count() >= bytes ? row : Math.max(row, row * bytes / in.count());
    }

    @Override
    public void close() throws IOException {
        csv.close();
        in.close();
    }
}
