/// What the administrator must know: is the link up, how old is the newest event, what was odd, and how often.
@NullMarked
package org.santral.server.switchroom;

import org.jspecify.annotations.NullMarked;
