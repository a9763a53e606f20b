@NullMarked
package org.santral.caller;

import org.jspecify.annotations.NullMarked;
