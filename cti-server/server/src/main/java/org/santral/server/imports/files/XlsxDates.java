package org.santral.server.imports.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Dates, which a spreadsheet keeps as days since 1900 and tells by their format alone.
final class XlsxDates {
    private static final Set<String> BUILT_IN =
            Set.of("14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "46", "47");
    private static final Pattern NOT_THE_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.");
    private static final LocalDate BEFORE_FIRST = LocalDate.of(1899, 12, 30);
    private static final int FROM_1900_TO_1904 = 1_462;
    private static final int LAST_DAY = 2_958_465;

    private XlsxDates() {}

    static boolean isBuiltIn(String format) {
        return BUILT_IN.contains(format);
    }

    static boolean isDate(String code) {
        String plain = NOT_THE_FORMAT
                .matcher(code.length() > 255 ? code.substring(0, 255) : code)
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return plain.contains("yy") || plain.contains("d") && plain.contains("m") || plain.contains("h:");
    }

    /// ISO 8601; the number itself when it is no date.
    ///
    /// @param since1904 whether days are counted from 1904
    static String written(BigDecimal counted, boolean since1904) {
        BigDecimal days = since1904 ? counted.add(BigDecimal.valueOf(FROM_1900_TO_1904)) : counted;
        if (days.signum() < 0 || days.intValue() > LAST_DAY || days.precision() - days.scale() > 8) {
            return counted.toPlainString();
        }
        long seconds = Math.round(days.remainder(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(86_400))
                .doubleValue());
        LocalDateTime at = LocalDateTime.of(BEFORE_FIRST.plusDays(days.intValue()), LocalTime.MIDNIGHT)
                .plusSeconds(seconds);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }
}
