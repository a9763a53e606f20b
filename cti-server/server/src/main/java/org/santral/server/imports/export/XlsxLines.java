package org.santral.server.imports.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook (ECMA-376) whose cells are all texts, written as a stream; a sheet that is full is followed by another.
final class XlsxLines implements CustomerFile.Lines {
    private static final int MOST_ROWS = 1_048_576;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final ZipOutputStream zip;
    private final Writer out;
    private int sheets;
    private int row = MOST_ROWS;

    XlsxLines(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public void line(List<String> cells) throws IOException {
        if (row == MOST_ROWS) {
            nextSheet();
        }
        row++;
        out.write("<row r=\"" + row + "\">");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                out.write("<c r=\"" + column(i) + row + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                escaped(cell);
                out.write("</t></is></c>");
            }
        }
        out.write("</row>");
    }

    private void nextSheet() throws IOException {
        endSheet();
        sheets++;
        row = 0;
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
        out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    }

    private void endSheet() throws IOException {
        if (sheets > 0) {
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
    }

    private void escaped(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '\r' -> out.write("&#13;");
                default -> out.write(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
    }

    private static String column(int index) {
        String name = "";
        for (int left = index + 1; left > 0; left = (left - 1) / 26) {
            name = (char) ('A' + (left - 1) % 26) + name;
        }
        return name;
    }

    @Override
    public void close() throws IOException {
        endSheet();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (int i = 1; i <= sheets; i++) {
            list.append("<sheet name=\"Customers ")
                    .append(i)
                    .append("\" sheetId=\"")
                    .append(i);
            list.append("\" r:id=\"rId").append(i).append("\"/>");
            relations
                    .append("<Relationship Id=\"rId")
                    .append(i)
                    .append("\" Type=\"")
                    .append(OFFICE);
            relations.append("/worksheet\" Target=\"worksheets/sheet").append(i).append(".xml\"/>");
            types.append("<Override PartName=\"/xl/worksheets/sheet").append(i).append(".xml\" ContentType=\"");
            types.append(TYPES).append("worksheet+xml\"/>");
        }
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + list + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + RELATIONS + "\">" + relations + "</Relationships>");
        part(
                "_rels/.rels",
                "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                        + types
                        + "</Types>");
        zip.finish();
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
