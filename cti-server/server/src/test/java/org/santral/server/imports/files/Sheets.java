package org.santral.server.imports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks written by hand, so that they may be wrong.
public final class Sheets {
    static final String WORKSHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    private Sheets() {}

    /// @param more names and contents of parts, by turns: beside the sheet, or instead of what it comes with
    public static Path write(Path file, String sheet, String... more) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", workbook(""));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId3\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        for (int i = 0; i < more.length; i += 2) {
            parts.put(more[i], more[i + 1]);
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                part(zip, part.getKey(), part.getValue());
            }
        }
        return file;
    }

    /// With one sheet.
    static String workbook(String properties) {
        return "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" + properties
                + "<sheets><sheet name=\"People\" sheetId=\"7\" r:id=\"rId3\"/></sheets></workbook>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// A sheet of these rows, as they stand in its XML.
    public static String rows(String rows) {
        return WORKSHEET + "<dimension ref=\"A1:C9\"/><sheetData>" + rows + "</sheetData></worksheet>";
    }
}
