/// The rooms behind the loop (database, directory, history, people, web) as one application, for tests over
/// real HTTP.
@NullMarked
package org.santral.server;

import org.jspecify.annotations.NullMarked;
