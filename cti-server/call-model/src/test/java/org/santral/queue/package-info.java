/// How many wait.
@NullMarked
package org.santral.queue;

import org.jspecify.annotations.NullMarked;
