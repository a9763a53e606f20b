/// A real Asterisk for tests of any module: [TestPbx] starts one through `scripts/pbx`, [AmiTap] listens to it
/// and gives it orders. Tests that use them carry the tag `pbx`.
@NullMarked
package org.santral.pbxconfig.harness;

import org.jspecify.annotations.NullMarked;
