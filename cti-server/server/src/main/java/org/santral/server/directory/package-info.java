/// From a caller to a customer.
///
/// The loop carries out an `Effect.LookUpCaller` by calling `Directory.lookUp` on a virtual thread and gives
/// the answer back as an input. Numbers are read by `numbers`, for what is stored and for what is looked up alike.
/// Behind it stand the tables of `customers`; when they do not answer in time, the call goes on without.
@NullMarked
package org.santral.server.directory;

import org.jspecify.annotations.NullMarked;
