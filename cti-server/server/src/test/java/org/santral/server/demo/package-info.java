/// Tests of the room `demo`.
@NullMarked
package org.santral.server.demo;

import org.jspecify.annotations.NullMarked;
