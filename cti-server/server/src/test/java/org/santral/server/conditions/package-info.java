/// Tests of the room `conditions`.
@NullMarked
package org.santral.server.conditions;

import org.jspecify.annotations.NullMarked;
