package org.santral.lines;

import java.util.function.BiFunction;
import org.santral.pbx.PbxId;

/// Ids of an exchange as text: the exchange, a slash, the exchange's own id (which may hold slashes itself).
final class Keys {
    private Keys() {}

    static <T> T split(String text, BiFunction<PbxId, String, T> id) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("an id is PBX/ID, not: " + text);
        }
        return id.apply(new PbxId(text.substring(0, slash)), text.substring(slash + 1));
    }
}
