package org.santral.lines;

import java.time.Instant;
import java.time.LocalDate;

/// Instants as `2026-11-24T08:28:44.123456Z`. Written by hand because the journal writes two of them per event,
/// and a formatter of the library takes longer than the rest of the line.
final class Stamps {
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int MICROS_LENGTH = "2026-11-24T08:28:44.123456Z".length();

    private Stamps() {}

    static String write(Instant at) {
        long day = Math.floorDiv(at.getEpochSecond(), (long) SECONDS_OF_DAY);
        var date = LocalDate.ofEpochDay(day);
        int nanos = at.getNano();
        if (nanos % 1000 != 0 || date.getYear() < 0 || date.getYear() > 9999) {
            return at.toString();
        }
        int second = (int) Math.floorMod(at.getEpochSecond(), (long) SECONDS_OF_DAY);
        byte[] out = new byte[MICROS_LENGTH];
        digits(out, 0, 4, date.getYear());
        out[4] = '-';
        digits(out, 5, 2, date.getMonthValue());
        out[7] = '-';
        digits(out, 8, 2, date.getDayOfMonth());
        out[10] = 'T';
        digits(out, 11, 2, second / 3600);
        out[13] = ':';
        digits(out, 14, 2, second / 60 % 60);
        out[16] = ':';
        digits(out, 17, 2, second % 60);
        out[19] = '.';
        digits(out, 20, 6, nanos / 1000);
        out[26] = 'Z';
        return new String(out, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    static Instant read(String text) {
        return Instant.parse(text);
    }

    private static void digits(byte[] out, int from, int count, int value) {
        int rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
