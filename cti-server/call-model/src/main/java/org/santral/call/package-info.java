/// A call and its connections, each with a state that moves by a table.
@NullMarked
package org.santral.call;

import org.jspecify.annotations.NullMarked;
