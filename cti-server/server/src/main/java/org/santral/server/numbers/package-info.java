/// How numbers are written, and which number of the world that is.
///
/// `PhoneNumbers` is the one place where a written number becomes E.164: what `customers` store, what
/// `directory` looks up and what people search for alike.
@NullMarked
package org.santral.server.numbers;

import org.jspecify.annotations.NullMarked;
