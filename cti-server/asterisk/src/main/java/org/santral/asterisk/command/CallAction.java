package org.santral.asterisk.command;

import org.asteriskjava.manager.action.AbstractManagerAction;
import org.jspecify.annotations.Nullable;

/// An action on one channel that Asterisk-Java has no class for, such as `BlindTransfer`. Its builder reads the
/// getters, and leaves out what is null.
public final class CallAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String action;
    private final String channel;
    private final @Nullable String exten;

    CallAction(String action, String channel, @Nullable String exten) {
        this.action = action;
        this.channel = channel;
        this.exten = exten;
    }

    @Override
    public String getAction() {
        return action;
    }

    public String getChannel() {
        return channel;
    }

    /// @return in the channel's own context, as if its phone had dialled it
    public @Nullable String getExten() {
        return exten;
    }
}
