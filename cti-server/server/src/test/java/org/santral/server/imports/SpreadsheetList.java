package org.santral.server.imports;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A list of customers as it comes out of a spreadsheet: names in three scripts, numbers in every form people
/// write, blank cells and lines, the same people twice, a few values that are none. Always the same for one
/// seed. Some lists also have families who share a number at home, people behind a company's switchboard, and
/// numbers that nobody can read.
public final class SpreadsheetList {
    private static final List<String> GIVEN =
            List.of("رضا", "مریم", "علی‌رضا", "Reza", "Anna", "Jürgen", "Ольга", "Сергей", "فاطمة", "O'Brien");
    private static final List<String> FAMILY = List.of(
            "احمدی", "محمدی", "حسینی", "Ahmadi", "Larsen", "Müller", "Иванова", "Петров", "الزهراء", "Smith-Jones");
    private static final List<String> COMPANIES = List.of("پارس تجارت", "Nordic Paper", "Дельта Сталь", "شركة النيل");

    private static final List<String> UNREADABLE =
            List.of("see remarks", "12345", "034 20", "n/a", "? 0912", "02120000000 02120000001", "9.12E+09");
    private static final int FAMILY_EVERY = 60;
    private static final int FIRM_EVERY = 15;
    private static final int FIRMS = 40;
    private static final int UNREADABLE_EVERY = 97;
    private static final int TWO_EVERY = 31;

    private final Random random;
    private final int customers;
    private final String mobiles;
    private final String area;
    private final boolean shared;
    private final Map<String, List<Integer>> owners = new HashMap<>();
    private int unreadable;

    /// What was written, as an import has to count it.
    ///
    /// @param different customers, companies that are named beside them not counted
    /// @param again rows that say what another one said
    /// @param nameless rows without a name
    /// @param wrongValues values that are none, in rows that have a name
    /// @param unreadable numbers that are kept as they were written, and are none of any country
    /// @param owners the places of those who have a number, by its national digits without the zero in front
    public record Written(
            int different,
            int again,
            int nameless,
            int wrongValues,
            int unreadable,
            Map<String, List<Integer>> owners) {}

    public SpreadsheetList(long seed, int customers) {
        this(seed, customers, "912", "21", false);
    }

    private SpreadsheetList(long seed, int customers, String mobiles, String area, boolean shared) {
        this.random = new Random(seed);
        this.customers = customers;
        this.mobiles = mobiles;
        this.area = area;
        this.shared = shared;
    }

    /// @param mobiles how mobile numbers begin, three digits
    /// @param area of the others, two digits
    public static SpreadsheetList ofFamiliesAndFirms(long seed, int customers, String mobiles, String area) {
        return new SpreadsheetList(seed, customers, mobiles, area, true);
    }

    /// The mobile number of the customer at this place, without anything around it: national, without the zero
    /// in front.
    public String significant(int place) {
        return String.format(Locale.ROOT, "%s%07d", mobiles, place);
    }

    /// Every form that a cell may have a number in.
    private static List<String> forms(String n) {
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
                String mobile = inSomeForm(significant(i), i);
                own(significant(i), i);
                boolean badMail = random.nextInt(100) == 0;
                boolean badCountry = random.nextInt(200) == 0;
                wrong += (badMail ? 1 : 0) + (badCountry ? 1 : 0);
                String line = String.join(
                        ";",
                        quoted(name(i)),
                        quoted(mobile),
                        random.nextInt(3) == 0 ? "" : quoted(landline(i)),
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
        return new Written(customers, again, nameless, wrong, unreadable, Map.copyOf(owners));
    }

    private String landline(int place) {
        if (!shared) {
            return "0" + area + " " + (20_000_000 + place);
        }
        if (isUnreadable(place)) {
            unreadable++;
            return UNREADABLE.get(place / UNREADABLE_EVERY % UNREADABLE.size());
        }
        if (place % FIRM_EVERY == 7) {
            String switchboard = area + (88_990_000 + place / FIRM_EVERY % FIRMS * 100);
            own(switchboard, place);
            return inSomeForm(switchboard, place)
                    + List.of(" ext ", " داخلی ", ";ext=", " x").get(place / FIRM_EVERY % 4)
                    + extension(place);
        }
        int first = place % FAMILY_EVERY == 1 || place % FAMILY_EVERY == 2 ? place - place % FAMILY_EVERY : place;
        String n = area + (20_000_000 + first);
        own(n, place);
        if (first == place && place % TWO_EVERY == 9) {
            String second = area + (40_000_000 + place);
            own(second, place);
            return inSomeForm(n, place + 3) + List.of(" / ", "; ", "، ").get(place % 3) + inSomeForm(second, place);
        }
        return inSomeForm(n, place + 3);
    }

    /// Whose number at home nobody can read, where they have any.
    public static boolean isUnreadable(int place) {
        return place % UNREADABLE_EVERY == 5;
    }

    /// Of somebody behind a switchboard, null for all others.
    public static @Nullable String extension(int place) {
        return place % FIRM_EVERY == 7 && !isUnreadable(place)
                ? Integer.toString(100 + place / FIRM_EVERY / FIRMS)
                : null;
    }

    private void own(String n, int place) {
        owners.computeIfAbsent(n, unused -> new ArrayList<>()).add(place);
    }

    private static String inSomeForm(String n, int which) {
        List<String> forms = forms(n);
        return forms.get(which % forms.size());
    }

    public static String name(int place) {
        return GIVEN.get(place % GIVEN.size()) + " " + FAMILY.get(place / GIVEN.size() % FAMILY.size()) + " " + place;
    }

    private static String quoted(String cell) {
        return cell.indexOf(';') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
