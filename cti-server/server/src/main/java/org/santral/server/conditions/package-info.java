/// What is wrong now, and what was a short while ago: one place for every room of the server.
///
/// Adding a condition is a constant of [Kind], its three sentences in `words.properties` (and in the client's
/// message files), and a call of [Conditions] or a [Watch] where the fault is seen. From there it goes by itself
/// to the switchroom's page, to `GET /api/switchroom`, to the metric `santral.condition` and to the log.
@NullMarked
package org.santral.server.conditions;

import org.jspecify.annotations.NullMarked;
