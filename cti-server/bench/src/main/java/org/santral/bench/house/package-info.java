/// What the benches of the whole server stand in: a site, a book of customers, people who are logged in, the
/// server as a process of its own, and the screens before it.
///
/// Everything is kept below one folder and goes over real sockets; nothing is shared with the server but its
/// jar.
@NullMarked
package org.santral.bench.house;

import org.jspecify.annotations.NullMarked;
