@NullMarked
package org.santral.server.imports.export;

import org.jspecify.annotations.NullMarked;
