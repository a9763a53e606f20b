package org.santral.server.directory.outside.entry;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;

/// The forms in which a directory may have written a number down.
public enum WrittenForms {
    /// `+982112345678`
    E164,
    /// `982112345678`
    DIGITS,
    /// `02112345678`
    NATIONAL,
    /// `2112345678`
    SIGNIFICANT,
    /// `+98 21 1234 5678`
    INTERNATIONAL,
    /// `021 1234 5678`
    DISPLAY,
    /// `00982112345678`
    DOUBLE_ZERO;

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /// @param e164 with `+`
    public String of(String e164) {
        return switch (this) {
            case E164 -> e164;
            case DIGITS -> e164.substring(1);
            case DOUBLE_ZERO -> "00" + e164.substring(1);
            case NATIONAL -> formatted(e164, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", "");
            case SIGNIFICANT -> NUMBERS.getNationalSignificantNumber(parsed(e164));
            case INTERNATIONAL -> formatted(e164, PhoneNumberFormat.INTERNATIONAL);
            case DISPLAY -> formatted(e164, PhoneNumberFormat.NATIONAL);
        };
    }

    /// As settings write it: `double-zero`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String formatted(String e164, PhoneNumberFormat format) {
        return NUMBERS.format(parsed(e164), format);
    }

    private static PhoneNumber parsed(String e164) {
        try {
            return NUMBERS.parse(e164, null);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("no number of any country: " + e164, e);
        }
    }
}
