/// Reads `site.yaml`: text in, either a sound [org.santral.pbxconfig.site.SitePlan] or every problem at once.
///
/// The command line and the server call [SiteYaml]; nobody else sees a YAML node. `Section` walks one mapping
/// and notes what is wrong without stopping, `Rule` says what a value must look like, `SiteReader` knows the
/// shape of the file. From here the plan goes to `org.santral.pbxconfig.asterisk`.
@NullMarked
package org.santral.pbxconfig.yaml;

import org.jspecify.annotations.NullMarked;
