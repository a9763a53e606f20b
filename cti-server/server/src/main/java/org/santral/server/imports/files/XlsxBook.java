package org.santral.server.imports.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A workbook (ECMA-376): its sheets, the texts they share, which formats are dates.
///
/// Of our own because readers that can be had trust the file: one of them, asked for a cell named `ZZZZZZ1`, makes
/// a row of 300 million cells. Here nothing is as large as the file says, but as large as it may be.
final class XlsxBook implements AutoCloseable {
    static final int LONGEST_TEXT = 32_767;
    static final long LONGEST_SHEET = 8L << 30;
    private static final long LONGEST_SMALL_PART = 16L << 20;
    /// Kept in memory while the sheet is read.
    private static final long LONGEST_SHARED = 96L << 20;
    private static final int MOST_SHARED = 1_000_000;
    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_PARTS = 10_000;

    private final ZipFile zip;
    private final List<String> names = new ArrayList<>();
    private final List<String> sheets;
    private boolean since1904;
    private final List<String> shared;
    private final Set<Integer> dates;

    XlsxBook(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BrokenFile(0, "not-this-format", "It is no XLSX file: " + e.getMessage());
        }
        try {
            if (zip.size() > MOST_PARTS) {
                throw new BrokenFile(0, "too-long", "It has " + zip.size() + " parts.");
            }
            sheets = sheets();
            shared = shared();
            dates = dates();
        } catch (XMLStreamException e) {
            zip.close();
            throw broken(0, e);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    static BrokenFile broken(long row, XMLStreamException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new BrokenFile(
                row, "not-this-format", "its XML cannot be read: " + said.substring(0, Math.min(200, said.length())));
    }

    /// Of the sheets.
    List<String> names() {
        return names;
    }

    /// As old spreadsheets of another system counted days.
    boolean since1904() {
        return since1904;
    }

    String shared(int index) {
        return index >= 0 && index < shared.size() ? shared.get(index) : "";
    }

    boolean isDate(int style) {
        return dates.contains(style);
    }

    /// @throws BrokenFile when there is no such sheet
    InputStream sheet(int index) throws IOException {
        if (index >= sheets.size()) {
            throw new BrokenFile(0, "no-sheet", "It has " + sheets.size() + " sheets.");
        }
        return part(sheets.get(index), LONGEST_SHEET);
    }

    private List<String> sheets() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        try (InputStream in = part("xl/_rels/workbook.xml.rels", LONGEST_SMALL_PART)) {
            XMLStreamReader xml = Xml.reader(in);
            while (Xml.toElement(xml)) {
                if (xml.getLocalName().equals("Relationship") && targets.size() < MOST_PARTS) {
                    targets.put(Xml.attribute(xml, "Id"), Xml.attribute(xml, "Target"));
                }
            }
        }
        List<String> found = new ArrayList<>();
        try (InputStream in = part("xl/workbook.xml", LONGEST_SMALL_PART)) {
            XMLStreamReader xml = Xml.reader(in);
            while (Xml.toElement(xml)) {
                if (xml.getLocalName().equals("workbookPr")) {
                    String said = Xml.attribute(xml, "date1904");
                    since1904 = said.equals("1") || said.equals("true");
                }
                if (xml.getLocalName().equals("sheet") && found.size() < MOST_SHEETS) {
                    String id = "";
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        // r:id, beside sheetId and name
                        id = xml.getAttributeLocalName(i).equals("id") ? xml.getAttributeValue(i) : id;
                    }
                    String target = targets.getOrDefault(id, "");
                    found.add(target.startsWith("/") ? target.substring(1) : "xl/" + target);
                    names.add(Xml.attribute(xml, "name"));
                }
            }
        }
        return found;
    }

    private List<String> shared() throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        if (zip.getEntry("xl/sharedStrings.xml") == null) {
            return texts;
        }
        try (InputStream in = part("xl/sharedStrings.xml", LONGEST_SHARED)) {
            XMLStreamReader xml = Xml.reader(in);
            while (Xml.toElement(xml)) {
                if (xml.getLocalName().equals("si")) {
                    if (texts.size() == MOST_SHARED) {
                        throw new BrokenFile(
                                0, "too-long", "It has more than " + MOST_SHARED + " texts; save it as CSV.");
                    }
                    texts.add(Xml.texts(xml, LONGEST_TEXT));
                }
            }
        }
        return texts;
    }

    /// Positions of the cell formats that write a number as a date.
    private Set<Integer> dates() throws IOException, XMLStreamException {
        Set<Integer> found = new HashSet<>();
        if (zip.getEntry("xl/styles.xml") == null) {
            return found;
        }
        Set<String> own = new HashSet<>();
        try (InputStream in = part("xl/styles.xml", LONGEST_SMALL_PART)) {
            XMLStreamReader xml = Xml.reader(in);
            boolean ofCells = false;
            int position = 0;
            while (Xml.toElement(xml)) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> {
                        if (XlsxDates.isDate(Xml.attribute(xml, "formatCode"))) {
                            own.add(Xml.attribute(xml, "numFmtId"));
                        }
                    }
                    case "cellStyleXfs", "cellStyles", "dxfs" -> ofCells = false;
                    case "cellXfs" -> ofCells = true;
                    case "xf" -> {
                        String format = Xml.attribute(xml, "numFmtId");
                        if (ofCells && (own.contains(format) || XlsxDates.isBuiltIn(format))) {
                            found.add(position);
                        }
                        position += ofCells ? 1 : 0;
                    }
                    default -> {
                        // Fonts and borders are not for us.
                    }
                }
            }
        }
        return found;
    }

    private InputStream part(String name, long most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BrokenFile(0, "not-this-format", "It is no XLSX file: " + name + " is missing.");
        }
        return new BufferedInputStream(new CountedInput(zip.getInputStream(entry), most, name), 1 << 16);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
