/// Real SIP user agents for the demo and the tests: [SipPhone] on an agent's desk, the [Carrier] behind the
/// trunk, and [PhoneBench], which opens a whole site of them on a loopback net.
///
/// Used by the daemon of the demo and in-process by end-to-end tests. What they saw stands in the `Truth` of
/// the package `call`, through which they speak SIP and RTP. They know nothing of AMI, and nothing of the
/// server.
@NullMarked
package org.santral.phones;

import org.jspecify.annotations.NullMarked;
