package org.santral.server.imports;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A list of customers as it comes out of a spreadsheet: names in three scripts, numbers in every form people write,
/// blank cells and lines, the same people twice, a few values that are none. Always the same for one seed.
public final class SpreadsheetList {
    private static final List<String> GIVEN =
            List.of("رضا", "مریم", "علی‌رضا", "Reza", "Anna", "Jürgen", "Ольга", "Сергей", "فاطمة", "O'Brien");
    private static final List<String> FAMILY = List.of(
            "احمدی", "محمدی", "حسینی", "Ahmadi", "Larsen", "Müller", "Иванова", "Петров", "الزهراء", "Smith-Jones");
    private static final List<String> COMPANIES = List.of("پارس تجارت", "Nordic Paper", "Дельта Сталь", "شركة النيل");

    private final Random random;
    private final int customers;

    /// What was written, as an import has to count it.
    ///
    /// @param different customers, companies that are named beside them not counted
    /// @param again rows that say what another one said
    /// @param nameless rows without a name
    /// @param wrongValues values that are none, in rows that have a name
    public record Written(int different, int again, int nameless, int wrongValues) {}

    public SpreadsheetList(long seed, int customers) {
        this.random = new Random(seed);
        this.customers = customers;
    }

    /// The number of the customer at this place, without anything around it: national, without the zero in front.
    public static String significant(int place) {
        return String.format(Locale.ROOT, "912%07d", place);
    }

    /// Every form that a cell may have it in.
    public static List<String> forms(int place) {
        String n = significant(place);
        String persian = n.chars()
                .collect(StringBuilder::new, (text, c) -> text.append((char) (c - '0' + '۰')), StringBuilder::append)
                .toString();
        return List.of(
                "0" + n,
                "+98" + n,
                "0098" + n,
                "98" + n,
                "+98 (0) " + n.substring(0, 3) + "-" + n.substring(3),
                "0" + n.substring(0, 3) + " " + n.substring(3, 6) + " " + n.substring(6),
                "۰" + persian,
                "tel:+98" + n,
                "\u200e+98" + n,
                n);
    }

    public Written write(Path file) throws IOException {
        int again = 0;
        int nameless = 0;
        int wrong = 0;
        List<String> before = new ArrayList<>();
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("\uFEFFنام کامل;موبایل;تلفن ثابت;شرکت;ایمیل;شهر;کشور\r\n");
            for (int i = 0; i < customers; i++) {
                String mobile = forms(i).get(i % forms(i).size());
                boolean badMail = random.nextInt(100) == 0;
                boolean badCountry = random.nextInt(200) == 0;
                wrong += (badMail ? 1 : 0) + (badCountry ? 1 : 0);
                String line = String.join(
                        ";",
                        quoted(name(i)),
                        quoted(mobile),
                        random.nextInt(3) == 0 ? "" : "021 " + (20_000_000 + i),
                        random.nextInt(4) == 0 ? quoted(COMPANIES.get(random.nextInt(COMPANIES.size()))) : "",
                        badMail ? "no mail at all" : random.nextBoolean() ? "" : "c" + i + "@example.com",
                        random.nextInt(5) == 0 ? "  " : "Tehran",
                        badCountry ? "Atlantis" : random.nextBoolean() ? "ایران" : "");
                out.write(line + "\r\n");
                if (random.nextInt(50) == 0 && !badMail && !badCountry) {
                    before.add(line);
                }
                if (random.nextInt(100) == 0 && !before.isEmpty()) {
                    out.write(before.removeFirst() + "\r\n");
                    again++;
                }
                if (random.nextInt(500) == 0) {
                    out.write(";;;;;;\r\n\r\n");
                    out.write(";" + mobile + ";;;;;\r\n");
                    nameless++;
                }
            }
        }
        return new Written(customers, again, nameless, wrong);
    }

    public static String name(int place) {
        return GIVEN.get(place % GIVEN.size()) + " " + FAMILY.get(place / GIVEN.size() % FAMILY.size()) + " " + place;
    }

    private static String quoted(String cell) {
        return cell.indexOf(';') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
