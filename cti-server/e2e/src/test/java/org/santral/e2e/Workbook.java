package org.santral.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook (ECMA-376) as spreadsheets write it: sheets of texts and numbers.
final class Workbook {
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();

    /// @param rows cells of digits alone are numbers, the others texts
    Workbook sheet(String name, List<List<String>> rows) {
        sheets.put(name, rows);
        return this;
    }

    Path write(Path file) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        int number = 0;
        for (String name : sheets.keySet()) {
            number++;
            list.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(name, number, number));
            relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(number, TYPES, number));
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"" + TYPES + "\"><sheets>" + list + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
            number = 0;
            for (List<List<String>> rows : sheets.values()) {
                part(zip, "xl/worksheets/sheet" + ++number + ".xml", sheet(rows));
            }
        }
        return file;
    }

    private static String sheet(List<List<String>> rows) {
        StringBuilder xml = new StringBuilder("<worksheet><sheetData>");
        for (List<String> row : rows) {
            xml.append("<row>");
            for (String cell : row) {
                xml.append(
                        cell.matches("[0-9]+")
                                ? "<c><v>" + cell + "</v></c>"
                                : "<c t=\"inlineStr\"><is><t>" + escaped(cell) + "</t></is></c>");
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
