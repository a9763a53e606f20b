/// A real Radicale, and cards and documents that were made to hurt.
@NullMarked
package org.santral.server.directory.outside.carddav;

import org.jspecify.annotations.NullMarked;
