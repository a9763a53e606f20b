package org.santral.server.imports.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.imports.files.RowReader;

/// How a file is read, and which of its columns is what.
///
/// @param encoding one of `Encodings.NAMES`
/// @param delimiter of CSV, one character
/// @param header whether the first row names the columns
/// @param sheet of XLSX, from 0
/// @param kind of rows that do not say: `PERSON` or `COMPANY`
/// @param source who keeps these records elsewhere, null when they are simply added
/// @param columns in the order of the file
public record Mapping(
        String encoding,
        String delimiter,
        boolean header,
        int sheet,
        String kind,
        @Nullable String source,
        List<Column> columns) {

    public Mapping {
        columns = List.copyOf(columns);
    }

    /// @param name as the file has it; its place where it has none
    /// @param field a word of `Field`, `fields.NAME`, or empty when it is left out
    /// @param label of the number or address that stands in it
    public record Column(String name, String field, String label) {}

    public RowReader.Reading reading() {
        return new RowReader.Reading(encoding, delimiter.charAt(0), sheet);
    }
}
