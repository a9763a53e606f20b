@NullMarked
package org.santral.server.imports.files;

import org.jspecify.annotations.NullMarked;
