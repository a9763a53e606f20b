/// A site as its administrator describes it, parsed and found sound: lines, queues, desks, the exchange between
/// them.
///
/// Read from `site.yaml` by `org.santral.pbxconfig.yaml`; turned into an exchange's configuration by
/// `org.santral.pbxconfig.asterisk`, and into the server's own view of the site by the server. Pure values, no
/// I/O.
@NullMarked
package org.santral.pbxconfig.site;

import org.jspecify.annotations.NullMarked;
