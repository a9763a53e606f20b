@NullMarked
package org.santral.server.cases;

import org.jspecify.annotations.NullMarked;
