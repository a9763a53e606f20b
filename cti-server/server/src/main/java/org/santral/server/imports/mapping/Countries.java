package org.santral.server.imports.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names of countries in the languages of the product, for lists that write `Iran` where the form wants `IR`.
final class Countries {
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            for (String language : List.of("en", "fa", "ar", "ru", "de")) {
                codes.put(country.getDisplayCountry(Locale.of(language)).toLowerCase(Locale.ROOT), code);
            }
        }
        codes.put("uk", "GB");
        codes.put("uae", "AE");
        return codes;
    }

    /// What nobody knows and is no code either becomes one that no country has.
    static String code(String text) {
        String plain = text.strip();
        return CODES.getOrDefault(plain.toLowerCase(Locale.ROOT), plain.length() == 2 ? plain : "??");
    }
}
