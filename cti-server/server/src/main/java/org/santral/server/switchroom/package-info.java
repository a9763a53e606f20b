/// What the administrator must know: is the link up, how old is the newest event, what was odd, and how often.
///
/// Read by the switchroom page and by whoever scrapes the metrics; written by nobody here.
@NullMarked
package org.santral.server.switchroom;

import org.jspecify.annotations.NullMarked;
