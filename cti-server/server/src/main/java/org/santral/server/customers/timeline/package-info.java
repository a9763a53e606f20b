/// The whole history of one customer: calls, notes, and whatever else happens to them, newest first.
///
/// Whoever keeps something that happened to customers implements `TimelineSource` in its own package and gives
/// Spring a bean of it; `Timeline` asks all of them and merges by time. `Notes` is the source that lives here; calls
/// come from `history`.
@NullMarked
package org.santral.server.customers.timeline;

import org.jspecify.annotations.NullMarked;
