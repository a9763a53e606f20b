/// People who take calls: who they are, where they sit, whether they can be offered a call.
///
/// Moved by `switchboard`, asked by `screenpop` and `routing`.
@NullMarked
package org.santral.agent;

import org.jspecify.annotations.NullMarked;
