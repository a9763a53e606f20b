/// SIP as far as a desk phone and a carrier need it (RFC 3261 over UDP): messages, transactions with their
/// retransmissions, session descriptions. Called by `call`; goes on to the sockets of `loop`.
///
/// Our own, instead of a library: a phone of the tests must be able to say what no well-behaved library lets it
/// say (bytes that are no UTF-8, numbers with quotes), and all phones of a process share one thread.
@NullMarked
package org.santral.phones.sip;

import org.jspecify.annotations.NullMarked;
