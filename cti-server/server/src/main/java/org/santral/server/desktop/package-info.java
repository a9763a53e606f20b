/// The screens: who is connected, what stands on each, and the socket it goes through.
///
/// [Floor] keeps what the effects told so far and is moved on the loop's thread only; [DeskSession] is one
/// browser with its bounded outbox. Messages are exactly those of the web client's `wire.ts`.
@NullMarked
package org.santral.server.desktop;

import org.jspecify.annotations.NullMarked;
