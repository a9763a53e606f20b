package org.santral.server.imports.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// CSV in UTF-8, with the mark at the beginning by which Excel knows it.
public final class CsvLines implements CustomerFile.Lines {
    private final Writer out;
    private final CsvWriter csv;

    public CsvLines(OutputStream out) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write('\uFEFF');
        this.csv = CsvWriter.builder().build(this.out);
    }

    @Override
    public void line(List<String> cells) {
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        out.flush();
    }
}
