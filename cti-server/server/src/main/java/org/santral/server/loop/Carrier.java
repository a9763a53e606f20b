package org.santral.server.loop;

import org.santral.switchboard.Effect;

/// Carries effects out. Called on the loop's thread: must hand over and return.
public interface Carrier {
    /// @param live false while the journal is replayed: the world has seen this before
    void carry(Effect effect, boolean live);
}
