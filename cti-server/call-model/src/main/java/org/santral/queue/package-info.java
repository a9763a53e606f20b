/// Groups that callers wait for: how many wait in each.
///
/// Counted by `switchboard` as connections enter and leave; the wall and the desk show it.
@NullMarked
package org.santral.queue;

import org.jspecify.annotations.NullMarked;
