package org.santral.server.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet, read as a stream.
final class XlsxRows implements RowReader {
    private static final int MOST_DIGITS = 40;

    private final XlsxBook book;
    private final InputStream in;
    private final XMLStreamReader xml;
    private long row;
    private long last;

    XlsxRows(Path file, int sheet) throws IOException {
        book = new XlsxBook(file);
        try {
            in = book.sheet(sheet);
            xml = Xml.reader(in);
        } catch (XMLStreamException e) {
            book.close();
            throw XlsxBook.broken(0, e);
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    @Override
    public @Nullable FileRow next() throws IOException {
        try {
            while (Xml.toElement(xml)) {
                if (xml.getLocalName().equals("dimension")) {
                    last = lastRow(Xml.attribute(xml, "ref"));
                } else if (xml.getLocalName().equals("row")) {
                    return row();
                }
            }
            return null;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException trouble) {
                throw trouble;
            }
            throw XlsxBook.broken(row + 1, e);
        }
    }

    /// Rows may be left out of the file, and may not say which they are.
    private FileRow row() throws XMLStreamException {
        long said = number(Xml.attribute(xml, "r"));
        row = said > row ? said : row + 1;
        List<String> cells = new ArrayList<>();
        int length = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(Xml.attribute(xml, "r"), cells.size());
                String text = cell();
                length += text.length();
                if (column < MOST_COLUMNS && !text.isEmpty()) {
                    while (cells.size() <= column) {
                        cells.add("");
                    }
                    cells.set(column, text);
                } else if (column == cells.size() && column < MOST_COLUMNS) {
                    cells.add("");
                }
            }
            if (length > LONGEST_ROW) {
                throw new BrokenFile(row, "too-long", "more than " + LONGEST_ROW + " characters.");
            }
        }
        return new FileRow(row, cells, null);
    }

    private String cell() throws XMLStreamException {
        String type = Xml.attribute(xml, "t");
        int style = (int) Math.max(0, number(Xml.attribute(xml, "s")));
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = Xml.text(xml, XlsxBook.LONGEST_TEXT);
                    case "is" -> value = Xml.texts(xml, XlsxBook.LONGEST_TEXT);
                    default -> Xml.text(xml, 0);
                }
            }
        }
        return switch (type) {
            case "s" -> book.shared((int) number(value));
            case "b" -> value.strip().equals("1") ? "true" : "false";
            // What a formula could not work out is nothing that stands there.
            case "e" -> "";
            case "str", "inlineStr", "d" -> value;
            default -> numeric(value.strip(), style);
        };
    }

    /// As a person would read it: a telephone number is kept as 9.12345678E9.
    private String numeric(String value, int style) {
        if (value.isEmpty() || value.length() > MOST_DIGITS) {
            return value;
        }
        try {
            BigDecimal number = new BigDecimal(value);
            if (Math.abs(number.scale()) > MOST_DIGITS) {
                return value;
            }
            if (book.isDate(style)) {
                return XlsxDates.written(number, book.since1904());
            }
            BigDecimal plain = number.stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /// @param otherwise where a cell stands that does not say
    private static int column(String reference, int otherwise) {
        int column = 0;
        int at = 0;
        while (at < reference.length() && at < 4 && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z') {
            column = column * 26 + reference.charAt(at++) - 'A' + 1;
        }
        return at == 0 ? otherwise : column - 1;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static long lastRow(String dimension) {
        String end = dimension.substring(dimension.indexOf(':') + 1).replaceAll("[^0-9]", "");
        return end.length() > 9 || end.isEmpty() ? 0 : Long.parseLong(end);
    }

    @Override
    public List<String> sheets() {
        return book.names();
    }

    @Override
    public long total() {
        return Math.max(last, row);
    }

    @Override
    public void close() throws IOException {
        in.close();
        book.close();
    }
}
