/// The demo's phones as a process: [Main] opens a bench of phones with its carrier, a door for orders over
/// HTTP, and the callers of the demo.
///
/// Started by `scripts/phones`. The door is used by `scripts/call` and, for the form in the switchroom, by the
/// server. Every order goes on to the `PhoneBench` of the package `phones`. The door takes orders from this
/// machine only.
@NullMarked
package org.santral.phones.daemon;

import org.jspecify.annotations.NullMarked;
