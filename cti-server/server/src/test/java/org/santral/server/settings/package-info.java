/// Tests of the room `settings`.
@NullMarked
package org.santral.server.settings;

import org.jspecify.annotations.NullMarked;
