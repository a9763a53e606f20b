package org.santral.server.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a page of things ends that are read in the order in which they are due; the next begins behind it.
public record DueCursor(Instant due, long id) {

    /// @param after as [#text] wrote it, null for the first page
    /// @throws Refusal 400 for anything else
    public static @Nullable DueCursor parse(@Nullable String after) {
        if (after == null) {
            return null;
        }
        int cut = after.indexOf('_');
        try {
            return new DueCursor(
                    Instant.ofEpochMilli(Long.parseLong(after.substring(0, Math.max(cut, 0)))),
                    Long.parseLong(after.substring(cut + 1)));
        } catch (NumberFormatException e) {
            throw Paging.noCursor("after");
        }
    }

    public String text() {
        return due.toEpochMilli() + "_" + id;
    }
}
