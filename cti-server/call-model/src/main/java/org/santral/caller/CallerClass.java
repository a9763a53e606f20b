package org.santral.caller;

/// What kind of caller identity a call brought. Withheld and unknown are classes of their own, never a match.
public enum CallerClass {
    /// A number that can be looked up.
    NUMBER,
    /// The caller asked not to be named (`anonymous`, presentation restricted).
    WITHHELD,
    /// The network sent nothing (`<unknown>`, empty).
    UNAVAILABLE,
    /// One of our own phones.
    INTERNAL
}
