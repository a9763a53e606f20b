/// The command line: reads `site.yaml` and the secrets, writes the files, prints what is wrong.
///
/// Called by `scripts/pbx` and by administrators; reading goes to `org.santral.pbxconfig.yaml`, the text of the
/// files comes from `org.santral.pbxconfig.asterisk`. All I/O of this module is here.
@NullMarked
package org.santral.pbxconfig.cli;

import org.jspecify.annotations.NullMarked;
