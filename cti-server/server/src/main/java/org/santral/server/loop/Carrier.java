package org.santral.server.loop;

import java.util.Set;
import org.santral.pbx.CallId;
import org.santral.switchboard.Effect;

/// Carries effects out. Called on the loop's thread: must hand over and return.
public interface Carrier {
    /// What people see of it: for each effect of a batch, before [#carry] is called for any.
    void show(Effect effect);

    /// Everything else.
    ///
    /// @param live false while the journal is replayed: the world has seen this before
    void carry(Effect effect, boolean live);

    /// Calls whose record has not reached the database yet.
    Set<CallId> unwritten();
}
