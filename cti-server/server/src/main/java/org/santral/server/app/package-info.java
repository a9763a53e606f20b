/// The program: wires the rooms together and opens the doors.
///
/// Everything is created here in one place, from the settings down; the rooms know each other only by what is
/// handed to them.
@NullMarked
package org.santral.server.app;

import org.jspecify.annotations.NullMarked;
