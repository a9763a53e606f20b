/// A call and its connections, each with a state that moves by a table.
///
/// `switchboard` finds the call an event speaks of and asks it for the step; a step the [ConnectionTable] does
/// not list changes nothing and is told back. Beside the state stand the times: rung, answered, talked, held,
/// ended.
@NullMarked
package org.santral.call;

import org.jspecify.annotations.NullMarked;
