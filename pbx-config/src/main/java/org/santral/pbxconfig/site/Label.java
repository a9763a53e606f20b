package org.santral.pbxconfig.site;

import java.util.Map;
import java.util.TreeMap;

/// What people call a thing, in one or more languages.
///
/// @param fallback the wording used where a language is missing; never blank
/// @param byLanguage ISO 639 code to wording, may be empty
public record Label(String fallback, Map<String, String> byLanguage) {

    public Label {
        byLanguage = Map.copyOf(new TreeMap<>(byLanguage));
    }

    public static Label of(String wording) {
        return new Label(wording, Map.of());
    }

    public String in(String language) {
        return byLanguage.getOrDefault(language, fallback);
    }
}
