package org.santral.server.desktop;

/// One message to be numbered: its JSON is written once, however many screens it goes to.
///
/// @param body what follows the number, without the closing brace: `"pop":{...}`
record Delta(String type, String body) {

    static Delta of(String type, String name, Object value) {
        return new Delta(type, "\"" + name + "\":" + Json.write(value));
    }

    /// The fields of the value stand beside the number instead of below a name.
    static Delta flat(String type, Object value) {
        String json = Json.write(value);
        return new Delta(type, json.substring(1, json.length() - 1));
    }

    String numbered(long seq) {
        return "{\"type\":\"" + type + "\",\"seq\":" + seq + "," + body + "}";
    }
}
