package org.santral.server.imports.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a file.
///
/// @param number from 1, as the file counts them, the line of headers too
/// @param cells empty texts where nothing stands
/// @param trouble one word, when the row itself cannot be read and those after it can; null for others
public record FileRow(
        long number, List<String> cells, @Nullable String trouble) {
    public boolean isBlank() {
        return trouble == null && cells.stream().allMatch(String::isBlank);
    }
}
