package org.santral.server.directory.outside.http;

import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.Fields;
import org.santral.server.directory.outside.entry.Secret;
import org.santral.server.directory.outside.entry.WrittenForms;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

/// The settings under `….http`.
///
/// @param url with a place for the number in path or query: `https://crm.example.com/people?phone={e164}`
/// @param headers may hold `{secret}`
/// @param body of a POST, JSON with places inside its strings; empty: none
/// @param matches JSON pointer (RFC 6901) to the list of matches, or to the only one; empty: the whole answer
/// @param fields which JSON pointer inside a match is which field of a card; `key` and `name` must be there
/// @param trust PEM file of the certificates that are trusted instead of the machine's own
/// @param writeBack how a call is told when it is over; null: it is not
public record HttpSettings(
        @DefaultValue("GET") String method,
        @DefaultValue("") String url,
        @DefaultValue Map<String, String> headers,
        @DefaultValue("") String body,
        @DefaultValue("") String matches,
        @DefaultValue Map<String, String> fields,
        @Nullable String secret,
        @Nullable Path secretFile,
        @Nullable Path trust,
        @Nullable WriteBack writeBack) {

    static final String SECRET = "secret";
    private static final String HEADER_NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    /// @param keep how many calls wait at most; beyond that the oldest is given up
    /// @param attempts after how many a call is given up that the other side refuses or does not take
    /// @param after how long after its end a call is told, so that a note written meanwhile goes with it
    public record WriteBack(
            @DefaultValue("POST") String method,
            @DefaultValue("") String url,
            @DefaultValue Map<String, String> headers,
            @DefaultValue("") String body,
            @DefaultValue("10000") int keep,
            @DefaultValue("20") int attempts,
            @DefaultValue("5s") Duration after) {}

    /// @param at the settings' key, such as `santral.directories.list[0].http`
    public List<String> wrong(String at, Addresses addresses) {
        List<String> wrong = new ArrayList<>(Fields.wrong(at + ".fields", fields));
        Set<String> places = numberPlaces();
        request(wrong, at, method, url, headers, body, places, addresses);
        if (new Template(url + body).places().stream().noneMatch(numberPlaces()::contains)) {
            wrong.add(at + ".url=" + url + ": names no number. Write {e164} or another form of it where it belongs.");
        }
        pointer(wrong, at + ".matches", matches);
        fields.forEach((field, place) -> {
            for (String one : place.strip().split("\\s+")) {
                pointer(wrong, at + ".fields." + field, one);
            }
        });
        for (String needed : List.of(Fields.KEY, Fields.NAME)) {
            if (!fields.containsKey(needed)) {
                wrong.add(at + ".fields." + needed + "=: is missing. Name the JSON pointer, such as /"
                        + (needed.equals(Fields.KEY) ? "id" : "name") + ".");
            }
        }
        if (trust != null && !Files.isReadable(trust)) {
            wrong.add(at + ".trust=" + trust + ": cannot be read. Name a PEM file of certificates.");
        }
        if (writeBack != null) {
            String back = at + ".write-back";
            request(
                    wrong,
                    back,
                    writeBack.method(),
                    writeBack.url(),
                    writeBack.headers(),
                    writeBack.body(),
                    CallFields.NAMES,
                    addresses);
            range(wrong, back + ".keep", writeBack.keep(), 1, 1_000_000);
            range(wrong, back + ".attempts", writeBack.attempts(), 1, 1_000);
            if (writeBack.after().isNegative() || writeBack.after().compareTo(Duration.ofHours(1)) > 0) {
                wrong.add(back + ".after=" + writeBack.after() + ": is out of range. Write 0s to 1h.");
            }
        }
        Secret known = secretValue(wrong, at);
        if (usesSecret() && known.isEmpty()) {
            wrong.add(at + ".secret=: is missing, and {secret} stands in a header. Set it, or name a file in " + at
                    + ".secret-file.");
        }
        return wrong;
    }

    private static Set<String> numberPlaces() {
        Set<String> places = new TreeSet<>();
        for (WrittenForms form : WrittenForms.values()) {
            places.add(form.word());
        }
        return places;
    }

    private boolean usesSecret() {
        Set<String> all = new TreeSet<>();
        headers.values().forEach(value -> all.addAll(new Template(value).places()));
        if (writeBack != null) {
            writeBack.headers().values().forEach(value -> all.addAll(new Template(value).places()));
        }
        return all.contains(SECRET);
    }

    private static void request(
            List<String> wrong,
            String at,
            String method,
            String url,
            Map<String, String> headers,
            String body,
            Set<String> places,
            Addresses addresses) {
        if (!Set.of("GET", "POST", "PUT", "PATCH").contains(method)) {
            wrong.add(at + ".method=" + method + ": is none that is sent. Write GET, POST, PUT or PATCH.");
        }
        address(wrong, at + ".url", url, addresses);
        unknownPlaces(wrong, at + ".url", url, places);
        if (!body.isEmpty()) {
            unknownPlaces(wrong, at + ".body", body, places);
            json(wrong, at + ".body", body);
        }
        headers.forEach((name, value) -> {
            String key = at + ".headers." + name;
            if (!name.matches(HEADER_NAME) || value.chars().anyMatch(Character::isISOControl)) {
                wrong.add(key + "=…: is no header. Use letters, digits and hyphens, and no control characters.");
            }
            Set<String> known = new TreeSet<>(places);
            known.add(SECRET);
            unknownPlaces(wrong, key, value, known);
        });
    }

    private static void unknownPlaces(List<String> wrong, String key, String template, Set<String> places) {
        for (String place : new Template(template).places()) {
            if (!places.contains(place)) {
                wrong.add(key + "={" + place + "}: is no place that can be filled. Write one of "
                        + String.join(", ", places) + " in braces.");
            }
        }
    }

    /// The host is the administrator's word and never a caller's; where it leads is looked at now, and again at
    /// each connection.
    public static void address(List<String> wrong, String key, String url, Addresses addresses) {
        if (!url.matches("https?://[^/?#{}@\\s]+([/?][^#\\s]*)?")) {
            wrong.add(key + "=" + url.replaceFirst("//[^/@]*@", "//…@")
                    + ": is no address of a web server. Write http:// or https://, a host that stands there in full,"
                    + " and a path; secrets go into headers.");
            return;
        }
        try {
            String host = URI.create(new Template(url).url(Map.of()).toString()).getHost();
            if (host == null) {
                wrong.add(key + "=" + url + ": has no host. Write one, such as https://crm.example.com/.");
                return;
            }
            addresses.of(host);
        } catch (RefusedAddress e) {
            wrong.add(key + "=" + url + ": " + e.getMessage()
                    + ". Name another host, or allow this one in santral.directories.allowed-hosts.");
        } catch (UnknownHostException e) {
            // The network may come later than this server: it is looked at again with each question.
        } catch (IllegalArgumentException e) {
            wrong.add(key + "=" + url + ": is no URL (" + e.getMessage() + "). Write one.");
        }
    }

    private static void json(List<String> wrong, String key, String body) {
        try {
            JsonMapper.shared().readTree(new Template(body).json(Map.of()));
        } catch (JacksonException e) {
            wrong.add(key + "=…: is no JSON (" + e.getOriginalMessage()
                    + "). Write JSON with places inside its strings, such as {\"phone\": \"{e164}\"}.");
        }
    }

    private static void pointer(List<String> wrong, String key, String pointer) {
        try {
            JsonPointer.compile(pointer);
        } catch (IllegalArgumentException e) {
            wrong.add(key + "=" + pointer
                    + ": is no JSON pointer of RFC 6901. Write one such as /data/0/name; it begins with a slash.");
        }
    }

    private static void range(List<String> wrong, String key, int value, int least, int most) {
        if (value < least || value > most) {
            wrong.add(key + "=" + value + ": is out of range. Write a number from " + least + " to " + most + ".");
        }
    }

    Secret secretValue(List<String> wrong, String at) {
        return Secret.of(wrong, at + ".secret", secret, secretFile);
    }

    /// Headers with their values, secrets filled in.
    static Map<String, String> filled(Map<String, String> headers, Map<String, String> values) {
        Map<String, String> filled = new HashMap<>();
        headers.forEach((name, value) -> filled.put(name, new Template(value).header(values)));
        filled.putIfAbsent("Accept", "application/json");
        return filled;
    }

    /// For people: nothing of it is secret.
    public String where() {
        return url.replaceFirst("[?].*", "");
    }

    /// Keeps secrets out of logs.
    @Override
    public String toString() {
        return "Http[" + where() + "]";
    }
}
