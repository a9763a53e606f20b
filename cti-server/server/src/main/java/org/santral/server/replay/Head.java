package org.santral.server.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.lines.Lines;
import org.santral.server.journal.Entry;
import org.santral.server.journal.JournalReading;
import org.santral.switchboard.Input;

/// How a segment of the journal begins.
///
/// @param from the segment where a replay must begin so that every call of this one is whole; null when its
///     beginning is not whole
/// @param first when its first input arrived, null when it holds none
/// @param site as it was then, null when not said
record Head(long number, @Nullable Long from, @Nullable Instant first, Input.@Nullable SiteSet site) {

    static Head read(Path folder, long number) throws IOException {
        Reader reader = new Reader();
        JournalReading.readWhile(folder, number, reader::take);
        return new Head(number, reader.from, reader.first, reader.site);
    }

    private static final class Reader {
        private @Nullable Long from;
        private @Nullable Instant first;
        private Input.@Nullable SiteSet site;

        boolean take(Entry entry) {
            switch (entry.kind()) {
                case BASE, INPUT -> {
                    Input input = Lines.readInput(entry.text());
                    if (input instanceof Input.SiteSet set) {
                        site = set;
                    }
                    if (entry.kind() == Entry.Kind.INPUT) {
                        first = Arrival.of(input);
                    }
                }
                case FROM -> from = Long.valueOf(entry.text());
                case LINE, DELIVERY, GAP -> {}
            }
            return first == null;
        }
    }
}
