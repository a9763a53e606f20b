/// People who take calls: where they sit, what they do, whether they can be offered a call.
///
/// The [Roster] is moved by `switchboard` when agents sign on, pause, and when their phone is taken or freed;
/// their state follows the [AgentTable]. `routing` asks it for a customer's owner, `screenpop` for who sits at
/// a phone.
@NullMarked
package org.santral.agent;

import org.jspecify.annotations.NullMarked;
