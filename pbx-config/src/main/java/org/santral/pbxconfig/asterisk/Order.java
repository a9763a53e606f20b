package org.santral.pbxconfig.asterisk;

import org.jspecify.annotations.Nullable;
import org.santral.pbxconfig.site.SitePlan;

/// All that the text of a configuration depends on.
///
/// @param installation null when the files are for an exchange that is already installed
public record Order(
        SitePlan plan,
        AsteriskVersion version,
        Secrets secrets,
        @Nullable Installation installation) {}
