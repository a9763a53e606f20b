/// What masking hides, and what it leaves.
@NullMarked
package org.santral.server.masking;

import org.jspecify.annotations.NullMarked;
