/// The bench `pop`: from the bytes of a ringing phone to the card on the screen, through the whole server,
/// beside the least that any server would need ([FloorServer]).
@NullMarked
package org.santral.bench.pop;

import org.jspecify.annotations.NullMarked;
