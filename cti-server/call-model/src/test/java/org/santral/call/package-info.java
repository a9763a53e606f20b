/// A call and its connections, without a switchboard around them.
@NullMarked
package org.santral.call;

import org.jspecify.annotations.NullMarked;
