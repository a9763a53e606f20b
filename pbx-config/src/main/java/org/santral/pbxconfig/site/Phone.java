package org.santral.pbxconfig.site;

import org.jspecify.annotations.Nullable;

/// A phone on a desk.
///
/// @param name what its calls show to colleagues
/// @param address IPv4 address of a phone with a fixed place, null for one that registers with a password
/// @param secondAddress IPv4 address of a second device of the same extension: both ring, null when there is one
/// @param directNumber the number that leads from outside straight to it, null when there is none
public record Phone(
        String extension,
        String name,
        @Nullable String address,
        @Nullable String secondAddress,
        @Nullable String directNumber) {

    public boolean registers() {
        return address == null;
    }
}
