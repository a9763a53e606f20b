/// Promises to call somebody back: made in a call or on a page, due at a time, kept or called off.
///
/// `CallBackController` reads a request, `CallBacks` writes it in one transaction. `directory` reads what is still
/// promised when that customer calls.
@NullMarked
package org.santral.server.callbacks;

import org.jspecify.annotations.NullMarked;
