/// Where a caller goes: asked by the dialplan while it waits, answered within a budget.
///
/// `RoutingPolicy.decide` is pure; `switchboard` asks the directory first and answers by default when time is up.
@NullMarked
package org.santral.routing;

import org.jspecify.annotations.NullMarked;
