/// Tests of this module, and the sites they work with.
@NullMarked
package org.santral.pbxconfig;

import org.jspecify.annotations.NullMarked;
