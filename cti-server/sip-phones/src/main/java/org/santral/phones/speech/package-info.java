/// Speech as RTP: a quiet tone every 20 ms while a call is connected, and a count of what arrives.
///
/// Without it a PBX would take the call for dead, a recording would be empty, and one-way speech would go
/// unnoticed. Opened by `call` for each call; one clock on the loop sends for all.
@NullMarked
package org.santral.phones.speech;

import org.jspecify.annotations.NullMarked;
