/// The event session of the Asterisk Manager Interface: a socket in, messages out, nothing else.
///
/// [AmiReader] keeps the link alive and frames what comes; it knows no calls. Whoever takes its signals must
/// take them at once: Asterisk cuts off a reader that is slow, and what was not read is lost.
@NullMarked
package org.santral.asterisk.ami;

import org.jspecify.annotations.NullMarked;
