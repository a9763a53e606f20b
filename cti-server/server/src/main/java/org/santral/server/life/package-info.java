/// How the run before this one ended, and how this one ends when it cannot go on.
///
/// A server that is killed, runs out of memory or goes down with its machine cannot say so itself: the next one
/// finds its mark and does.
@NullMarked
package org.santral.server.life;

import org.jspecify.annotations.NullMarked;
