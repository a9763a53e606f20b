package org.santral.pbxconfig.site;

import java.util.List;

/// A person who takes calls.
///
/// @param extension the phone the person sits at by default
/// @param queues names of the queues the person serves
public record Agent(String login, String name, String extension, List<String> queues) {
    public Agent {
        queues = List.copyOf(queues);
    }
}
