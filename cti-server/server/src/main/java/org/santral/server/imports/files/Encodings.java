package org.santral.server.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How a text file's bytes are to be read as letters: said by its first bytes, or concluded from the others.
public final class Encodings {
    /// Those that may be asked for.
    public static final List<String> NAMES =
            List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "windows-1251", "windows-1252");

    private static final int LOOKED_AT = 1 << 18;

    private Encodings() {}

    public static String guess(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return guess(in.readNBytes(LOOKED_AT));
        }
    }

    static String guess(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return "UTF-16LE";
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return "UTF-16BE";
        }
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    evenZeros++;
                } else {
                    oddZeros++;
                }
            }
        }
        // Delimiters, digits and line ends have a zero byte in UTF-16 whatever the language is.
        if (Math.max(evenZeros, oddZeros) > bytes.length / 20) {
            return oddZeros > evenZeros ? "UTF-16LE" : "UTF-16BE";
        }
        return isUtf8(bytes) ? "UTF-8" : oneByte(bytes);
    }

    /// Length of the mark at the beginning that says the encoding.
    static int markLength(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(3);
            if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
                return 3;
            }
            return startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF) ? 2 : 0;
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// A letter that is cut at the end of what was looked at is no fault.
    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        return !decoder.decode(ByteBuffer.wrap(bytes), out, bytes.length < LOOKED_AT)
                .isError();
    }

    /// Latin text has single letters above 127 among others; Cyrillic and Arabic words are made of them alone. In a
    /// Russian word no capital follows a small letter; Arabic bytes read as Russian are full of such.
    private static String oneByte(byte[] bytes) {
        int pairs = 0;
        int single = 0;
        String russian = new String(bytes, Charset.forName("windows-1251"));
        int turns = 0;
        for (int i = 1; i < bytes.length; i++) {
            boolean high = bytes[i] < 0;
            if (high && bytes[i - 1] < 0) {
                pairs++;
                if (Character.isLowerCase(russian.charAt(i - 1)) && !Character.isLowerCase(russian.charAt(i))) {
                    turns++;
                }
            } else if (high) {
                single++;
            }
        }
        if (pairs <= single) {
            return "windows-1252";
        }
        return turns * 12 > pairs ? "windows-1256" : "windows-1251";
    }
}
