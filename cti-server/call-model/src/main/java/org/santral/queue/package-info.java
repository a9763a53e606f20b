/// Groups that callers wait for.
@NullMarked
package org.santral.queue;

import org.jspecify.annotations.NullMarked;
