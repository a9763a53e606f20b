/// Framing and the life of the link.
@NullMarked
package org.santral.asterisk.ami;

import org.jspecify.annotations.NullMarked;
