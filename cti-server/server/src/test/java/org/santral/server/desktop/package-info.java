/// Tests of the room `desktop` without a web server.
@NullMarked
package org.santral.server.desktop;

import org.jspecify.annotations.NullMarked;
