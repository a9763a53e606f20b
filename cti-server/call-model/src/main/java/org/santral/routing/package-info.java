/// Where a caller goes: asked by the dialplan while it waits, answered within a budget.
///
/// [RoutingPolicy] is pure: site, candidates and the owner's availability in, decision and reasons out.
/// `switchboard` asks the directory first and answers by default when the time is up.
@NullMarked
package org.santral.routing;

import org.jspecify.annotations.NullMarked;
