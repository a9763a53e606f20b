package org.santral.asterisk.chain;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A message of the manager interface, read the plain way: the first header of a name counts.
record Block(SequencedMap<String, String> headers) {

    static Block of(byte[] bytes) {
        var headers = new LinkedHashMap<String, String>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new Block(headers);
    }

    String event() {
        return get("Event");
    }

    String get(String header) {
        return headers.getOrDefault(header, "");
    }

    static byte[] bytes(Map<String, String> headers, String... more) {
        var text = new StringBuilder();
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        for (String line : more) {
            text.append(line).append("\r\n");
        }
        return text.toString().strip().getBytes(StandardCharsets.UTF_8);
    }
}
