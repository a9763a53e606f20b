package org.santral.server.imports.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts a file of vCards into cards of bounded size. Pictures, sounds and keys are left out while they are read: their
/// size does not matter. A card that is too long, or has cards inside, is told as such and passed over.
final class VCardSplitter {
    private static final int LONGEST_LINE = 100_000;
    private static final int MOST_LINES = 2_000;
    private static final Set<String> LEFT_OUT = Set.of("PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "X-ABCROPRECTANGLE");

    private final BufferedReader in;
    private final StringBuilder line = new StringBuilder();
    private boolean tooLong;

    VCardSplitter(Reader in) {
        this.in = new BufferedReader(in, 1 << 15);
    }

    /// @param text without what was left out; empty when there is trouble
    record Card(String text, @Nullable String trouble) {}

    @Nullable
    Card next() throws IOException {
        String begun = line();
        while (begun != null && !isMark(begun, "BEGIN")) {
            begun = line();
        }
        if (begun == null) {
            return null;
        }
        StringBuilder card = new StringBuilder("BEGIN:VCARD\r\n");
        String trouble = null;
        int depth = 1;
        int lines = 0;
        boolean leftOut = false;
        while (depth > 0) {
            String read = line();
            if (read == null) {
                return new Card("", "no-end");
            }
            if (isMark(read, "BEGIN")) {
                depth++;
                trouble = "nested";
            } else if (isMark(read, "END")) {
                depth--;
            }
            boolean goesOn = !read.isEmpty() && (read.charAt(0) == ' ' || read.charAt(0) == '\t');
            leftOut = goesOn ? leftOut : LEFT_OUT.contains(name(read));
            if (!leftOut && trouble == null) {
                card.append(read).append("\r\n");
                if (tooLong || ++lines > MOST_LINES || card.length() > RowReader.LONGEST_ROW / 4) {
                    trouble = "too-long";
                    card.setLength(0);
                }
            }
        }
        return trouble == null ? new Card(card.toString(), null) : new Card("", trouble);
    }

    private static boolean isMark(String line, String word) {
        return line.strip().toUpperCase(Locale.ROOT).equals(word + ":VCARD");
    }

    /// Of the property: `item1.PHOTO;ENCODING=b:` is a `PHOTO`.
    private static String name(String line) {
        int end = 0;
        while (end < line.length() && end < 64 && line.charAt(end) != ':' && line.charAt(end) != ';') {
            end++;
        }
        String name = line.substring(0, end).toUpperCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// Null behind the last one. What is longer than a line may be is cut, and `tooLong` says so.
    private @Nullable String line() throws IOException {
        line.setLength(0);
        tooLong = false;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.length() < LONGEST_LINE) {
                line.append((char) read);
            } else {
                tooLong = true;
            }
            read = in.read();
        }
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
    }
}
