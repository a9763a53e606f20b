/// Numbers in every written form, and whom they belong to.
@NullMarked
package org.santral.server.directory;

import org.jspecify.annotations.NullMarked;
