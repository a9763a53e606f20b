/// What the site knows.
@NullMarked
package org.santral.site;

import org.jspecify.annotations.NullMarked;
