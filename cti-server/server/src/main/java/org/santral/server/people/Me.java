package org.santral.server.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person's own page is told about them (`Me` on the wire).
///
/// @param extension the phone they sit at, null when they take no calls
/// @param demo whether the demo's carrier can be asked to place a call
public record Me(
        String login,
        String name,
        List<String> roles,
        @Nullable String extension,
        boolean demo) {

    public static Me of(Person person, boolean demo) {
        return new Me(
                person.login(),
                person.name(),
                person.roles().stream().sorted().map(Role::word).toList(),
                person.extension(),
                demo);
    }
}
