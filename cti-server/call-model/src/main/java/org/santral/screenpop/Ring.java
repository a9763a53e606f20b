package org.santral.screenpop;

import org.jspecify.annotations.Nullable;
import org.santral.caller.Caller;
import org.santral.site.Site;

/// A device that rings, as the policy sees it.
///
/// @param device as its exchange names it
/// @param phone null when the site does not know the device
/// @param queue that calls it as its member, null outside queues
/// @param ownCall true when the exchange rings the phone because its own agent wants to call somebody
/// @param number what was called
public record Ring(
        String device,
        Site.@Nullable Phone phone,
        @Nullable String queue,
        Caller caller,
        boolean ownCall,
        String number) {}
