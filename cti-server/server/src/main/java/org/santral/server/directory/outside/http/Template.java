package org.santral.server.directory.outside.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of the settings with places such as `{e164}`. What is filled in stays a value where it stands: in a
/// URL it is percent-encoded, in a JSON body it is escaped.
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-zA-Z0-9-]*)}");

    private final String text;

    Template(String text) {
        this.text = text;
    }

    Set<String> places() {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().map(found -> found.group(1)).forEach(places::add);
        return places;
    }

    /// @param values each place of the template; what is missing is empty
    URI url(Map<String, String> values) {
        return URI.create(filled(
                values,
                value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
    }

    /// Inside a JSON string of the template.
    String json(Map<String, String> values) {
        return filled(values, Template::escaped);
    }

    /// In a header: what cannot stand there goes.
    String header(Map<String, String> values) {
        return filled(values, value -> value.replaceAll("[^\\x20-\\x7e]", ""));
    }

    private String filled(Map<String, String> values, UnaryOperator<String> as) {
        return PLACE.matcher(text)
                .replaceAll((MatchResult place) ->
                        Matcher.quoteReplacement(as.apply(values.getOrDefault(place.group(1), ""))));
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
