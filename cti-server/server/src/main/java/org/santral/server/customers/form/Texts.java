package org.santral.server.customers.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.rest.Fault;

/// Texts that people write: bounded, visible, and not able to turn the writing of what stands beside them.
/// HTML, quotes and formulas are text like any other.
public final class Texts {
    private static final int NEXT_LINE = 0x85;

    private final List<Fault> faults;

    /// @param faults where what is wrong is noted
    public Texts(List<Fault> faults) {
        this.faults = faults;
    }

    /// One line, without blanks around it; null when there is none, or it has a fault.
    ///
    /// @param most characters
    public @Nullable String line(String place, @Nullable String text, int most) {
        return checked(place, text, most, false);
    }

    /// Several lines.
    public @Nullable String lines(String place, @Nullable String text, int most) {
        return checked(place, text == null ? null : text.replace("\r\n", "\n"), most, true);
    }

    public String lineOrEmpty(String place, @Nullable String text, int most) {
        String line = line(place, text, most);
        return line == null ? "" : line;
    }

    /// A line that has to be there.
    public @Nullable String needed(String place, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            faults.add(new Fault(place, "missing", "Write one; it may have " + most + " characters."));
            return null;
        }
        return line(place, text, most);
    }

    void fault(String place, String reason, String detail) {
        faults.add(new Fault(place, reason, detail));
    }

    private @Nullable String checked(String place, @Nullable String text, int most, boolean severalLines) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.strip();
        int length = plain.codePointCount(0, plain.length());
        if (length > most) {
            fault(place, "too-long", "It has " + length + " characters; " + most + " are possible.");
            return null;
        }
        String wrong = wrong(plain, severalLines);
        if (wrong != null) {
            fault(
                    place,
                    wrong,
                    switch (wrong) {
                        case "control-characters" -> "Leave out the characters that cannot be seen.";
                        case "bidi-characters" -> "Leave out the marks that turn the direction of writing.";
                        default -> "Half a character stands in it; write it again.";
                    });
            return null;
        }
        return plain;
    }

    private static @Nullable String wrong(String text, boolean severalLines) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return "invalid";
            }
            boolean newLine = c == '\n' || c == '\t';
            if (!(newLine && severalLines)
                    && (Character.isISOControl(c) || c == NEXT_LINE || c == 0x2028 || c == 0x2029)) {
                return "control-characters";
            }
            if (turnsWriting(c)) {
                return "bidi-characters";
            }
        }
        return null;
    }

    /// Embeddings, overrides and isolates. The plain marks beside a word (U+200E, U+200F, U+061C) and the joiners of
    /// Persian turn nothing but themselves.
    private static boolean turnsWriting(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
