/// Wishes on their way back to Asterisk, and how they went.
///
/// A manager session of its own, without events, spoken by Asterisk-Java: its event pump is not used, because
/// it drops events behind a slow listener. The server's loop hands over a `PbxCommand` and is called back on
/// another thread.
@NullMarked
package org.santral.asterisk.command;

import org.jspecify.annotations.NullMarked;
