package org.santral.phones.daemon;

/// What lies behind one first word of a path, such as `/calls`.
interface Page {
    /// Throws a [Refusal] when the order is not understood or cannot be carried out.
    Reply answer(Asked asked);
}
