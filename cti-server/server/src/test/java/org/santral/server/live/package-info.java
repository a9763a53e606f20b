/// The whole server, wired as it is in life, between a stand-in exchange that speaks over a socket and real
/// WebSockets: from AMI bytes to cards, rows and counters.
@NullMarked
package org.santral.server.live;

import org.jspecify.annotations.NullMarked;
