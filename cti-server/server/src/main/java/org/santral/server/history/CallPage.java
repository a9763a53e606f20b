package org.santral.server.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls, newest first.
///
/// @param next where the next page begins, null on the last one
public record CallPage(List<CallRow> rows, @Nullable String next) {}
