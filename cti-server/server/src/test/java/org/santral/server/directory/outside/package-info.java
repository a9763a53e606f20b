/// Outside directories: who is believed, how long they are waited for, what is remembered.
@NullMarked
package org.santral.server.directory.outside;

import org.jspecify.annotations.NullMarked;
