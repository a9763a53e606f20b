package org.santral.server.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.server.imports.files.BrokenFile;
import org.santral.server.imports.files.Delimiters;
import org.santral.server.imports.files.Encodings;
import org.santral.server.imports.files.FileRow;
import org.santral.server.imports.files.RowReader;
import org.santral.server.imports.files.RowReader.Format;
import org.santral.server.imports.files.VCardRows;
import org.santral.server.imports.mapping.Headers;
import org.santral.server.imports.mapping.Mapping;
import org.santral.server.rest.Fault;
import org.santral.server.rest.Refusal;

/// What a file begins with, and what that makes one guess.
///
/// @param sheets of a workbook, by name, in its order
/// @param rows the first that hold something, their cells cut
record Preview(Mapping mapping, List<String> sheets, List<List<String>> rows) {
    private static final int ROWS = 20;
    private static final int LONGEST_CELL = 200;

    /// How somebody wants a file to be read; null is guessed.
    record Wanted(
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable Boolean header,
            int sheet,
            String kind,
            @Nullable String source,
            @Nullable List<Mapping.Column> columns) {
        static final Wanted NOTHING = new Wanted(null, null, null, 0, "PERSON", null, null);
    }

    /// @param own names of the fields that administrators defined
    /// @throws Refusal when it cannot be read, with the place where
    static Preview of(Path file, Format format, Wanted wanted, Set<String> own) throws IOException {
        String encoding = wanted.encoding() == null ? Encodings.guess(file) : wanted.encoding();
        String delimiter = wanted.delimiter() == null
                ? String.valueOf(format == Format.CSV ? Delimiters.guess(file, encoding) : ',')
                : wanted.delimiter();
        Beginning beginning =
                beginning(file, format, new RowReader.Reading(encoding, delimiter.charAt(0), wanted.sheet()));
        List<FileRow> rows = beginning.rows();
        if (rows.isEmpty()) {
            throw Refusal.of(List.of(new Fault("file", "empty", "Nothing stands in it.")));
        }
        List<String> first = rows.getFirst().cells();
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<String> names = new ArrayList<>(first.stream().map(Preview::cut).toList());
        while (names.size() < width) {
            names.add("");
        }
        boolean header =
                format == Format.VCARD || (wanted.header() == null ? looksLikeHeader(names, own) : wanted.header());
        if (!header) {
            names.replaceAll(_ -> "");
        }
        List<Mapping.Column> columns = columns(format, wanted, names, own);
        List<FileRow> shown = header ? rows.subList(1, rows.size()) : rows;
        return new Preview(
                new Mapping(encoding, delimiter, header, wanted.sheet(), wanted.kind(), wanted.source(), columns),
                beginning.sheets(),
                shown.stream()
                        .limit(ROWS)
                        .map(row -> row.cells().stream().map(Preview::cut).toList())
                        .toList());
    }

    private static List<Mapping.Column> columns(Format format, Wanted wanted, List<String> names, Set<String> own) {
        List<Mapping.Column> said = wanted.columns();
        if (said == null && format == Format.VCARD) {
            return VCardRows.columns().stream()
                    .map(one -> new Mapping.Column(one.getFirst(), one.getLast(), ""))
                    .toList();
        }
        if (said == null) {
            return Headers.guess(names, own);
        }
        if (said.size() > names.size()) {
            throw Refusal.of(List.of(
                    new Fault("columns", "too-many", "The file has " + names.size() + " columns, read like this.")));
        }
        List<Mapping.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(
                    i < said.size()
                            ? new Mapping.Column(
                                    names.get(i),
                                    said.get(i).field(),
                                    said.get(i).label())
                            : new Mapping.Column(names.get(i), "", ""));
        }
        return columns;
    }

    /// Names of columns hold no digits and no mail addresses, or are known.
    private static boolean looksLikeHeader(List<String> names, Set<String> own) {
        boolean known = Headers.guess(names, own).stream()
                .anyMatch(column -> !column.field().isEmpty());
        return known
                || names.stream()
                        .allMatch(name -> !name.contains("@")
                                && name.codePoints().filter(Character::isDigit).count() < 4);
    }

    private record Beginning(List<String> sheets, List<FileRow> rows) {}

    private static Beginning beginning(Path file, Format format, RowReader.Reading reading) throws IOException {
        List<FileRow> rows = new ArrayList<>();
        List<String> sheets;
        try (RowReader reader = RowReader.open(file, format, reading)) {
            sheets = reader.sheets().stream().map(Preview::cut).toList();
            for (FileRow row = reader.next(); row != null && rows.size() <= ROWS; row = reader.next()) {
                if (!row.isBlank()) {
                    rows.add(row);
                }
            }
        } catch (BrokenFile e) {
            String place = e.row() == 0 ? "file" : "file row " + e.row();
            throw Refusal.of(List.of(new Fault(place, e.reason(), String.valueOf(e.getMessage()))));
        }
        return new Beginning(sheets, rows);
    }

    static String cut(String cell) {
        String plain = cell.strip();
        if (plain.length() <= LONGEST_CELL) {
            return plain;
        }
        // Half of a character would be none that could be sent.
        boolean isPair = Character.isHighSurrogate(plain.charAt(LONGEST_CELL - 2));
        return plain.substring(0, isPair ? LONGEST_CELL - 2 : LONGEST_CELL - 1) + "…";
    }
}
