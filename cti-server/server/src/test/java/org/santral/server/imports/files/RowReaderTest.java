package org.santral.server.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.imports.files.RowReader.Format;
import org.santral.server.imports.files.RowReader.Reading;

/// Files as they come, the hostile ones too.
class RowReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8        | نام,شماره\\nرضا احمدی,۰۹۱۲۳۴۵۶۷۸۹",
                "windows-1256 | الاسم,هاتف\\nمحمد علي حسين,0912\\nفاطمة الزهراء,0913",
                "windows-1251 | Имя,Телефон\\nСергей Иванов,0912\\nОльга Петрова,0913",
                "windows-1251 | ИМЯ,ТЕЛЕФОН\\nСЕРГЕЙ ИВАНОВ,0912",
                "windows-1252 | Name,Telefon\\nJürgen Müller,0912\\nÅsa Öberg,0913",
                "UTF-16LE     | name,phone\\nرضا,0912",
                "UTF-16BE     | name,phone\\nرضا,0912"
            })
    void theEncodingIsToldByTheBytes(String encoding, String text) throws IOException {
        assertThat(Encodings.guess(text.replace("\\n", "\n").getBytes(Charset.forName(encoding))))
                .isEqualTo(encoding);
    }

    @Test
    void markOfTheEncodingIsNoPartOfTheFirstName() throws IOException {
        Path file = folder.resolve("mark.csv");
        Files.write(file, "\uFEFFname;phone\nرضا;0912\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(Encodings.guess(file)).isEqualTo("UTF-16LE");
        assertThat(Delimiters.guess(file, "UTF-16LE")).isEqualTo(';');
        assertThat(cells(read(file, Format.CSV, "UTF-16LE", ';')))
                .containsExactly(List.of("name", "phone"), List.of("رضا", "0912"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsWhatDividesAllRowsAlike(String delimiter) throws IOException {
        String text =
                "name%1$sphone%1$scity\n\"Smith, John; Esq.\"%1$s1%1$sBerlin\nAnna%1$s2%1$sRome\n".formatted(delimiter);
        Path file = Files.writeString(folder.resolve("d.csv"), text);

        assertThat(Delimiters.guess(file, "UTF-8")).isEqualTo(delimiter.charAt(0));
    }

    @Test
    void theLineThatNamesTheDelimiterIsNoRow() throws IOException {
        Path file = Files.writeString(folder.resolve("sep.csv"), "sep=|\r\nname|phone\r\nAnna|1\r\n");

        assertThat(Delimiters.guess(file, "UTF-8")).isEqualTo('|');
        assertThat(read(file, Format.CSV, "UTF-8", '|'))
                .extracting(FileRow::number)
                .containsExactly(2L, 3L);
    }

    @Test
    void aLineBreakInQuotesBelongsToItsCell() throws IOException {
        Path file = Files.writeString(folder.resolve("q.csv"), "a,\"one\ntwo\"\n\nb,\"say \"\"hi\"\"\"\n");

        List<FileRow> rows = read(file, Format.CSV, "UTF-8", ',');

        assertThat(cells(rows)).contains(List.of("a", "one\ntwo"), List.of("b", "say \"hi\""));
        assertThat(rows.getLast().number()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ",", "\"x", "\"x\n"})
    void aFileWithoutEndIsRefusedWhereItsRowIsTooLongAndNotHeld(String piece) throws IOException {
        Path file = folder.resolve("long.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("name\nAnna\n".getBytes(StandardCharsets.UTF_8));
            byte[] some = piece.replace("\"", "").repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            if (piece.startsWith("\"")) {
                out.write('"');
            }
            for (int i = 0; i < 64; i++) {
                out.write(some);
            }
        }

        assertThatThrownBy(() -> read(file, Format.CSV, "UTF-8", ','))
                .isInstanceOfSatisfying(BrokenFile.class, broken -> {
                    assertThat(broken.row()).isEqualTo(3);
                    assertThat(broken.reason()).isEqualTo("too-long");
                });
    }

    @Test
    void cellsOfAWorkbookReadAsPeopleSeeThem() throws IOException {
        Path file = Sheets.write(
                folder.resolve("a.xlsx"),
                Sheets.rows(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><r><t>in</t></r>"
                                + "<r><t>line</t></r><rPh><t>aloud</t></rPh></is></c></row>"
                                + "<row r=\"4\"><c r=\"A4\"><v>9.123456789E9</v></c><c r=\"B4\" s=\"1\"><v>45991</v></c>"
                                + "<c r=\"C4\" t=\"b\"><v>1</v></c></row>"
                                + "<row><c t=\"e\"><v>#N/A</v></c><c t=\"str\"><f>A1</f><v>told</v></c><c><v>1.50</v></c></row>"),
                "xl/sharedStrings.xml",
                "<sst><si><t>رضا</t></si></sst>",
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-fa]yyyy/mm/dd\"/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");

        List<FileRow> rows = read(file, Format.XLSX, "UTF-8", ',');

        assertThat(rows)
                .containsExactly(
                        new FileRow(1, List.of("رضا", "", "inline"), null),
                        new FileRow(4, List.of("9123456789", "2025-11-30", "true"), null),
                        new FileRow(5, List.of("", "told", "1.5"), null));
    }

    @Test
    void theSheetsOfAWorkbookAreToldByName() throws IOException {
        Path book = Sheets.write(folder.resolve("named.xlsx"), Sheets.rows(""));
        Path list = Files.writeString(folder.resolve("named.csv"), "name\n");

        try (RowReader reader = RowReader.open(book, Format.XLSX, new Reading("UTF-8", ',', 0))) {
            assertThat(reader.sheets()).containsExactly("People");
        }
        try (RowReader reader = RowReader.open(list, Format.CSV, new Reading("UTF-8", ',', 0))) {
            assertThat(reader.sheets()).isEmpty();
        }
    }

    @Test
    void aWorkbookThatCountsDaysFrom1904SaysTheSameDates() throws IOException {
        String sheet = Sheets.rows("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>44529</v></c></row>");
        String styles = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
        Path file = Sheets.write(folder.resolve("1900.xlsx"), sheet, "xl/styles.xml", styles);
        Path since1904 = Sheets.write(
                folder.resolve("1904.xlsx"),
                sheet,
                "xl/styles.xml",
                styles,
                "xl/workbook.xml",
                Sheets.workbook("<workbookPr date1904=\"1\"/>"));

        assertThat(cells(read(file, Format.XLSX, "UTF-8", ','))).containsExactly(List.of("2021-11-29"));
        assertThat(cells(read(since1904, Format.XLSX, "UTF-8", ','))).containsExactly(List.of("2025-11-30"));
    }

    @Test
    void aCellThatSaysToStandFarAwayMakesNoRowOfThatLength() throws IOException {
        Path file = Sheets.write(
                folder.resolve("far.xlsx"),
                Sheets.rows(
                        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZZZZ1\"><v>2</v></c>"
                                + "<c r=\"XFD1\"><v>3</v></c></row><row r=\"999999999999999999999\"><c r=\"A2\"><v>4</v></c></row>"));

        assertThat(cells(read(file, Format.XLSX, "UTF-8", ','))).containsExactly(List.of("1"), List.of("4"));
    }

    @Test
    void aWorkbookThatNamesAnEntityReadsNoFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "top secret");
        String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        Path inSheet = Sheets.write(
                folder.resolve("xxe.xlsx"),
                evil + Sheets.rows("<row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"));
        Path inTexts = Sheets.write(
                folder.resolve("xxe2.xlsx"),
                Sheets.rows("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>"),
                "xl/sharedStrings.xml",
                evil + "<sst><si><t>&e;</t></si></sst>");

        for (Path file : List.of(inSheet, inTexts)) {
            assertThatThrownBy(() -> read(file, Format.XLSX, "UTF-8", ','))
                    .isInstanceOf(BrokenFile.class)
                    .message()
                    .doesNotContain("secret");
        }
    }

    @Test
    void aLaughOfABillionEntitiesIsNotTold() throws IOException {
        Path file = Sheets.write(
                folder.resolve("laugh.xlsx"),
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                        + Sheets.rows("<row r=\"1\"><c t=\"str\"><v>&b;</v></c></row>"));

        assertThatThrownBy(() -> read(file, Format.XLSX, "UTF-8", ',')).isInstanceOf(BrokenFile.class);
    }

    @Test
    void aWorkbookThatUnpacksToGigabytesIsRefusedBeforeItIsThere() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst><si><t>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) 'a');
            for (int i = 0; i < 200; i++) {
                zip.write(blanks);
            }
        }

        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> read(file, Format.XLSX, "UTF-8", ','))
                .isInstanceOfSatisfying(
                        BrokenFile.class, broken -> assertThat(broken.reason()).isEqualTo("too-long"));
    }

    @Test
    void whatIsNoWorkbookIsSaidToBeNone() throws IOException {
        Path file = Files.writeString(folder.resolve("no.xlsx"), "PK\3\4 and nothing of it");

        assertThatThrownBy(() -> read(file, Format.XLSX, "UTF-8", ','))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("no XLSX file");
    }

    @Test
    void cardsOfThreeVersionsAreRows() throws IOException {
        Path file = Files.writeString(folder.resolve("c.vcf"), """
                BEGIN:VCARD
                VERSION:3.0
                FN:Anna Larsen
                ORG:Nordic Paper;Sales
                TEL;TYPE=CELL,VOICE:+47 21 12 34 56
                EMAIL:anna@example.com
                ADR;TYPE=work:;;Main Street 1;Oslo;;0150;Norway
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                FN:رضا
                  احمدی
                TEL;VALUE=uri;TYPE=work:tel:+98-21-12345678;ext=12
                CATEGORIES:gold,late
                END:VCARD
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD;=D0=9E
                TEL;HOME:021 1234
                END:VCARD
                """);

        List<FileRow> rows = read(file, Format.VCARD, "UTF-8", ',');

        assertThat(cells(rows).get(1)).contains("Anna Larsen", "Nordic Paper", "+47 21 12 34 56", "cell", "Oslo");
        assertThat(cells(rows).get(2)).contains("رضا احمدی", "+98-21-12345678;ext=12", "work", "gold\nlate");
        assertThat(cells(rows).get(3)).contains("О Иван", "021 1234", "home");
        assertThat(rows).extracting(FileRow::number).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aCardOfAnySizeOrDepthIsPassedOverAndTheNextOneIsRead() throws IOException {
        Path file = folder.resolve("bomb.vcf");
        StringBuilder cards = new StringBuilder();
        cards.append("BEGIN:VCARD\nVERSION:3.0\nFN:Pictured\nPHOTO;ENCODING=b:").append("A".repeat(5_000_000));
        cards.append("\n ").append("B".repeat(300_000)).append("\nTEL:0912\nEND:VCARD\n");
        cards.append("BEGIN:VCARD\nVERSION:3.0\nNOTE:")
                .append("x".repeat(5_000_000))
                .append("\nEND:VCARD\n");
        cards.append("BEGIN:VCARD\n").append("AGENT:\nBEGIN:VCARD\n".repeat(10_000));
        cards.append("END:VCARD\n".repeat(10_001));
        cards.append("BEGIN:VCARD\nVERSION:3.0\n")
                .append("TEL:0912\n".repeat(100_000))
                .append("END:VCARD\n");
        cards.append("BEGIN:VCARD\nVERSION:4.0\nFN:Last\nEND:VCARD\nBEGIN:VCARD\nFN:Cut");
        Files.writeString(file, cards);

        List<FileRow> rows = read(file, Format.VCARD, "UTF-8", ',');

        assertThat(rows)
                .extracting(FileRow::trouble)
                .containsExactly(null, null, "too-long", "nested", "too-long", null, "no-end");
        assertThat(rows.get(1).cells()).contains("Pictured", "0912");
        assertThat(rows.get(5).cells()).contains("Last");
    }

    private static List<FileRow> read(Path file, Format format, String encoding, char delimiter) throws IOException {
        List<FileRow> rows = new ArrayList<>();
        try (RowReader reader = RowReader.open(file, format, new Reading(encoding, delimiter, 0))) {
            for (FileRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<List<String>> cells(List<FileRow> rows) {
        return rows.stream().map(FileRow::cells).toList();
    }
}
