package org.santral.server.directory.outside.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.directory.outside.entry.Fields;
import org.santral.server.directory.outside.entry.Source;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.santral.server.directory.outside.entry.WrittenForms;
import org.santral.server.numbers.PhoneNumbers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A CRM asked as its template says.
public final class HttpDirectory implements Source {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_MATCHES = 100;
    private static final int MOST_NUMBERS = 50;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    private final HttpSettings settings;
    private final SafeHttp http;
    private final Fields fields;
    private final String secret;

    /// @param http closed with this
    public HttpDirectory(HttpSettings settings, SafeHttp http) {
        this.settings = settings;
        this.http = http;
        this.fields = Fields.of(settings.fields(), Map.of());
        this.secret = settings.secretValue(new ArrayList<>(), "").value();
    }

    @Override
    public List<Entry> withNumber(PhoneNumbers.Reading reading) throws SourceTrouble {
        Map<String, String> values = new HashMap<>();
        for (WrittenForms form : WrittenForms.values()) {
            values.put(form.word(), form.of(reading.e164()));
        }
        SafeHttp.Response response;
        try {
            response = http.send(new SafeHttp.Request(
                    settings.method(),
                    new Template(settings.url()).url(values),
                    headers(values),
                    settings.body().isEmpty() ? null : new Template(settings.body()).json(values)));
        } catch (IOException e) {
            throw SourceTrouble.of(e);
        }
        if (response.status() == NOT_FOUND || response.status() == NO_CONTENT) {
            return List.of();
        }
        if (!response.isGood()) {
            throw new SourceTrouble(
                    "HTTP status " + response.status() + (isRedirect(response) ? ", not followed" : ""));
        }
        return entries(response);
    }

    private static boolean isRedirect(SafeHttp.Response response) {
        return response.status() >= 300 && response.status() < 400;
    }

    private Map<String, String> headers(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put(HttpSettings.SECRET, secret);
        return HttpSettings.filled(settings.headers(), all);
    }

    private List<Entry> entries(SafeHttp.Response response) throws SourceTrouble {
        JsonNode matches;
        try {
            matches = JSON.readTree(response.body()).at(settings.matches());
        } catch (JacksonException e) {
            throw new SourceTrouble("the answer is no JSON: " + e.getOriginalMessage(), e);
        }
        List<Entry> entries = new ArrayList<>();
        if (matches.isObject()) {
            add(entries, matches);
        } else if (matches.isArray()) {
            for (JsonNode one : matches) {
                if (entries.size() < MOST_MATCHES) {
                    add(entries, one);
                }
            }
        }
        return entries;
    }

    private void add(List<Entry> entries, JsonNode match) {
        List<Entry.Numbered> numbers = new ArrayList<>();
        for (String place : fields.placesOf(Fields.NUMBERS)) {
            JsonNode value = match.at(place);
            String label = place.substring(place.lastIndexOf('/') + 1);
            if (value.isArray()) {
                value.forEach(one -> number(numbers, one, label));
            } else {
                number(numbers, value, label);
            }
        }
        Entry entry = fields.entry(null, place -> text(match.at(place)), numbers);
        if (entry != null) {
            entries.add(entry);
        }
    }

    private static void number(List<Entry.Numbered> numbers, JsonNode value, String label) {
        String text = text(value);
        if (text != null && !text.isBlank() && numbers.size() < MOST_NUMBERS) {
            numbers.add(new Entry.Numbered(text, label));
        }
    }

    private static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    @Override
    public void close() {
        http.close();
    }
}
