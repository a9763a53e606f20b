/// What all of the REST interface has in common: how a body is read, how faults are told, how a request that is sent
/// twice does its work once.
///
/// A controller reads its body as a `JsonBody`, walks it with `JsonFields`, which notes what is wrong instead of
/// stopping at the first, and throws a `Refusal`; `Refusals` writes that as problem details (RFC 9457).
@NullMarked
package org.santral.server.rest;

import org.jspecify.annotations.NullMarked;
