package org.santral.pbxconfig.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line to the public network, recognised by the address its calls come from.
///
/// @param name lower-case word, the exchange's name for it
/// @param address IPv4 address of the carrier
/// @param shows the number outgoing calls show, null to show none of its own
/// @param callers how it writes callers' numbers, the first that fits counts; empty: as they are
public record Trunk(
        String name,
        Label label,
        String address,
        int port,
        @Nullable String shows,
        List<CallerRule> callers) {}
