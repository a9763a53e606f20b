/// The first half of the golden tests, and streams that went wrong.
@NullMarked
package org.santral.asterisk.translate;

import org.jspecify.annotations.NullMarked;
