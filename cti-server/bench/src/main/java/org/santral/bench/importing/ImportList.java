package org.santral.bench.importing;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.santral.bench.search.Names;

/// A list as it comes out of a spreadsheet: names in four languages and three scripts, numbers in the forms that people
/// write, a company for every third, a mail address for every third, two numbers for every second. Always the same.
final class ImportList {
    private static final int COMPANIES = 20_000;

    private final int rows;

    ImportList(int rows) {
        this.rows = rows;
    }

    void write(Path file) throws IOException {
        Random random = new Random(11);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("Name;Mobile;Phone;Company;E-mail;City\n");
            for (int i = 0; i < rows; i++) {
                Names script = Names.values()[random.nextInt(Names.values().length)];
                Names.Choice choice = Names.Choice.any(random);
                int company = random.nextInt(COMPANIES);
                out.write(script.person(choice));
                out.write(';');
                out.write(written(random.nextInt(6), String.format(Locale.ROOT, "91%08d", (i * 37L) % 100_000_000)));
                out.write(';');
                if (random.nextBoolean()) {
                    out.write(written(random.nextInt(6), String.format(Locale.ROOT, "21%08d", 20_000_000 + i)));
                }
                out.write(';');
                if (random.nextInt(3) == 0) {
                    out.write(Names.values()[company % 4].company(company));
                }
                out.write(';');
                if (random.nextInt(3) == 0) {
                    out.write(Names.LATIN.person(choice).replace(' ', '.') + i + "@example.com");
                }
                out.write(random.nextInt(4) == 0 ? ";\n" : ";Tehran\n");
            }
        }
    }

    /// @param n the national number without the zero in front
    private static String written(int form, String n) {
        return switch (form) {
            case 0 -> "0" + n;
            case 1 -> "+98" + n;
            case 2 -> "0098 " + n;
            case 3 -> "0" + n.substring(0, 3) + " " + n.substring(3, 6) + " " + n.substring(6);
            case 4 -> "(0" + n.substring(0, 2) + ") " + n.substring(2, 6) + "-" + n.substring(6);
            default -> persian("0" + n);
        };
    }

    private static String persian(String digits) {
        StringBuilder persian = new StringBuilder();
        digits.chars().forEach(c -> persian.append((char) ('۰' + c - '0')));
        return persian.toString();
    }
}
