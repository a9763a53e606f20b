package org.santral.pbxconfig.site;

import org.jspecify.annotations.Nullable;

/// A line to the public network, recognised by the address its calls come from.
///
/// @param name lower-case word, the exchange's name for it
/// @param address IPv4 address of the carrier
/// @param shows the number outgoing calls show, null to show none of its own
public record Trunk(
        String name,
        Label label,
        String address,
        int port,
        @Nullable String shows) {}
