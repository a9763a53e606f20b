/// The whole line on real parts: a real Asterisk, real SIP phones, the real server over a real MariaDB, real
/// pages in a real browser.
///
/// [Installation] is one Santral on a loopback net of its own, started by the same scripts that the demo uses;
/// [Desk] is one tab of one person. What the phones saw (`PhoneBench.truth()`) is the truth that screens and
/// history are held against.
@NullMarked
package org.santral.e2e;

import org.jspecify.annotations.NullMarked;
