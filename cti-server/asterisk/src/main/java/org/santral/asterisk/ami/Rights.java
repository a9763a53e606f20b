package org.santral.asterisk.ami;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// What the manager account of the event session turned out to lack: an account with too few rights logs in like any
/// other, and simply hears less. Written by the reader and the translator, read from any thread.
///
/// Asterisk tells nobody what classes of events they may hear. `system` is missing where a log-in is not followed by
/// `FullyBooted`; any other class where a list shows what should have been told, and no event of the class ever came.
public final class Rights {
    /// The exchange itself: that it is booted.
    public static final String SYSTEM = "system";
    /// Channels, bridges, dialling, device states.
    public static final String CALL = "call";
    /// Queues, who waits there and who is a member.
    public static final String AGENT = "agent";

    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Set<String> unheard = new ConcurrentSkipListSet<>();
    private final Set<String> denied = new ConcurrentSkipListSet<>();

    /// Another log-in: its rights have to show themselves anew.
    void begins() {
        heard.clear();
    }

    /// An event of this class of `read` in manager.conf came.
    void hears(String eventClass) {
        heard.add(eventClass);
        unheard.remove(eventClass);
    }

    boolean hearsCallsAndQueues() {
        return heard.contains(CALL) && heard.contains(AGENT);
    }

    /// Something was listed that events of this class should have told. It counts where none of the class has come
    /// since the log-in: one event may be lost for other reasons.
    public void untold(String eventClass) {
        if (!heard.contains(eventClass)) {
            unheard.add(eventClass);
        }
    }

    /// @param action as the manager interface names it
    void answered(String action, boolean permitted) {
        if (permitted) {
            denied.remove(action);
        } else {
            denied.add(action);
        }
    }

    public boolean lacks(String eventClass) {
        return unheard.contains(eventClass);
    }

    /// The classes that are missing in `read` of the account.
    public List<String> unheard() {
        return List.copyOf(unheard);
    }

    /// The questions of a log-in that are refused to this account: `write` lacks `reporting`.
    public List<String> denied() {
        return List.copyOf(denied);
    }
}
