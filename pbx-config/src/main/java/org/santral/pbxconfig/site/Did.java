package org.santral.pbxconfig.site;

import java.util.List;

/// A number by which callers come in.
///
/// @param number as the carrier delivers it: digits, perhaps after a plus
/// @param trunk name of the trunk that delivers it
/// @param leadsTo where its callers go when nobody decides otherwise
/// @param callers how callers' numbers are written who come in by it; empty: as its trunk writes them
public record Did(String number, Label label, String trunk, Destination leadsTo, List<CallerRule> callers) {

    public Did(String number, Label label, String trunk, Destination leadsTo) {
        this(number, label, trunk, leadsTo, List.of());
    }

    /// Where a caller goes by default.
    public sealed interface Destination {}

    /// A group: the CTI server is asked first, and this queue is the answer when it gives none.
    public record ToQueue(String queue) implements Destination {}

    /// One desk: whoever dials a person's own number reaches that person, nobody is asked.
    public record ToDesk(String extension) implements Destination {}
}
