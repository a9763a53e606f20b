package org.santral.server.directory.outside.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody in an outside directory, as it stands there: strangers' texts, not cleaned.
///
/// @param key stable as long as the entry is
/// @param owner login of the agent who looks after them
/// @param numbers empty where the directory does not tell them: then its own search is trusted
public record Entry(
        String key,
        String name,
        @Nullable String company,
        @Nullable String segment,
        @Nullable String language,
        @Nullable String owner,
        @Nullable String warning,
        List<Numbered> numbers) {

    /// @param label may be empty
    public record Numbered(String written, String label) {}
}
