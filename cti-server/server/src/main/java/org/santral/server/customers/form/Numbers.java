package org.santral.server.customers.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.santral.server.numbers.PhoneNumbers;

/// The numbers of a form. One that no country has is kept as it was written, for whoever can mend it.
final class Numbers {
    private static final int LONGEST = 64;
    private static final Pattern EXTENSION = Pattern.compile("[0-9*#]{1,16}");

    private final PhoneNumbers numbers;
    private final Texts texts;

    Numbers(PhoneNumbers numbers, Texts texts) {
        this.numbers = numbers;
        this.texts = texts;
    }

    List<CheckedCustomer.Number> checked(List<CustomerForm.Number> given) {
        if (given.size() > CustomerCheck.MOST_NUMBERS) {
            texts.fault(
                    "numbers",
                    "too-many",
                    "There are " + given.size() + "; " + CustomerCheck.MOST_NUMBERS + " are possible.");
            return List.of();
        }
        List<CheckedCustomer.Number> checked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            CheckedCustomer.Number number = checked(given.get(i), "numbers[" + i + "].");
            if (number != null
                    && seen.add(number.e164() + ";" + number.extension() + ";"
                            + (number.e164() == null ? number.raw() : ""))) {
                checked.add(number);
            }
        }
        return List.copyOf(checked);
    }

    private CheckedCustomer.@Nullable Number checked(CustomerForm.Number number, String place) {
        String raw = texts.needed(place + "raw", visible(number.raw()), LONGEST);
        String label = texts.lineOrEmpty(place + "label", number.label(), CustomerCheck.LONGEST_LABEL);
        String extension = extension(number.extension(), place);
        if (raw == null) {
            return null;
        }
        PhoneNumbers.Reading reading = numbers.read(raw);
        String read = reading.extension().isEmpty() ? null : reading.extension();
        return new CheckedCustomer.Number(
                number.id(),
                raw,
                reading.isNumber() ? reading.e164() : null,
                extension == null ? read : extension,
                label,
                number.moved());
    }

    private @Nullable String extension(@Nullable String written, String place) {
        String line = texts.line(place + "extension", visible(written), 32);
        if (line == null) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        line.codePoints()
                .filter(c -> !Character.isSpaceChar(c) && c != '-')
                .forEach(c -> digits.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        if (!EXTENSION.matcher(digits).matches()) {
            texts.fault(place + "extension", "invalid", "Write 1 to 16 digits.");
            return null;
        }
        return digits.toString();
    }

    /// Address books put marks of direction around numbers, which nobody sees and which are none of the number.
    private static @Nullable String visible(@Nullable String written) {
        if (written == null) {
            return null;
        }
        StringBuilder visible = new StringBuilder(written.length());
        written.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
