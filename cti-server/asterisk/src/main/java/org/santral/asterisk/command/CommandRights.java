package org.santral.asterisk.command;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the exchange said of the account that commands.
///
/// @param lacking the actions among those that Santral sends that the account may not send, or whose module is not
///     loaded; as the manager interface names them
/// @param refused why it does not let the account in at all, null when it does
public record CommandRights(Set<String> lacking, @Nullable String refused) {}
