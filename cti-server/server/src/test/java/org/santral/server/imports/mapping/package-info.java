@NullMarked
package org.santral.server.imports.mapping;

import org.jspecify.annotations.NullMarked;
