package org.santral.phones.daemon;

import java.util.List;

/// One order as it came in: the method, the words of the path behind the page's own, and the body.
record Asked(String method, List<String> path, String body) {
    /// For orders without fields: the body is empty, or an empty object.
    void nothing() {
        if (!body.isBlank()) {
            fields();
        }
    }

    Fields fields(String... known) {
        return Fields.of(body, List.of(known));
    }
}
