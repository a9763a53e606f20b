/// What the administrator said about the site: which devices are phones or trunks, who works at them, which
/// numbers lead where. It enters the switchboard as an input, so that a replay sees the site as it was;
/// [SiteIndex] makes its look-ups once.
@NullMarked
package org.santral.site;

import org.jspecify.annotations.NullMarked;
