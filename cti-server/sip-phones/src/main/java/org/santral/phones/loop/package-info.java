/// The one thread on which all phones of a process live: sockets, timers and calls from outside, in turn.
///
/// Because everything happens on it, the phones need no locks, their order is the order of the wire, and the
/// number of threads does not grow with the number of calls.
@NullMarked
package org.santral.phones.loop;

import org.jspecify.annotations.NullMarked;
