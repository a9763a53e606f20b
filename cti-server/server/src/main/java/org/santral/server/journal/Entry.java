package org.santral.server.journal;

import java.nio.charset.StandardCharsets;

/// One line of the journal.
///
/// @param text UTF-8 without a line break
public record Entry(Kind kind, String text) {

    public enum Kind {
        /// An input of the switchboard, as `Lines` writes it.
        INPUT('I'),
        /// An input that tells the state at the beginning of a segment; needed only where a replay begins.
        BASE('B'),
        /// What the exchange said, word for word, before the inputs it amounted to.
        LINE('L'),
        /// A card that left for a screen.
        DELIVERY('D'),
        /// Where a replay must begin so that every live call is whole: the number of a segment.
        FROM('F'),
        /// Entries are missing before it: the disk had no room, and memory had none either. How many, and
        /// what the disk said.
        GAP('G');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(byte letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of entry: " + letter);
        }

        byte letter() {
            return (byte) letter;
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
