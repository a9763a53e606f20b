/// Recorded AMI traffic, multiplied: one recording becomes as many calls as a bench wants, each under ids of
/// its own.
///
/// [RecordedCall] is the template, [Traffic] interleaves its copies, [StandInExchange] serves them over a
/// socket the way Asterisk would, log-in included.
@NullMarked
package org.santral.bench.traffic;

import org.jspecify.annotations.NullMarked;
