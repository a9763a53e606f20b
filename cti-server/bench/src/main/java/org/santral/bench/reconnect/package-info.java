/// How soon the board is right again after the exchange went away: a listener of reader, translator and model beside a
/// real Asterisk, without a server round them. The tests over the whole line use it too.
@NullMarked
package org.santral.bench.reconnect;

import org.jspecify.annotations.NullMarked;
