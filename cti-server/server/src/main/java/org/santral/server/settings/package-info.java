/// What the administrator sets, checked before anything starts: a wrong setting is a message that names the
/// key, the value and the mend.
@NullMarked
package org.santral.server.settings;

import org.jspecify.annotations.NullMarked;
