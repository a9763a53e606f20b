package org.santral.caller;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;

/// A customer as the card shows them.
///
/// @param company null for a person without one
/// @param segment as administrators named it (`VIP`, `partner`), null when none
/// @param language BCP 47, null when not known
/// @param owner the agent who looks after them, null when nobody does
/// @param warning pinned by a colleague, null when none
/// @param lastContacts newest first, at most three
/// @param matters what else an agent should know before they speak, null where the directory does not say
public record Customer(
        long id,
        String name,
        @Nullable String company,
        @Nullable String segment,
        @Nullable String language,
        @Nullable AgentId owner,
        @Nullable String warning,
        List<Contact> lastContacts,
        @Nullable Matters matters) {

    /// One of whom nothing else is known.
    public Customer(
            long id,
            String name,
            @Nullable String company,
            @Nullable String segment,
            @Nullable String language,
            @Nullable AgentId owner,
            @Nullable String warning,
            List<Contact> lastContacts) {
        this(id, name, company, segment, language, owner, warning, lastContacts, null);
    }

    /// What matters about them.
    ///
    /// @param sayAs how to say the name, null when nobody wrote it down
    /// @param doNotCall true when they do not want to be called
    /// @param consents the last word about each thing that was ever asked
    /// @param openCases what was due first stands first, at most three
    /// @param moreCases how many open ones there are beside these
    /// @param callBacks promised to them and not kept yet, what is due first stands first, at most three
    public record Matters(
            @Nullable String sayAs,
            boolean doNotCall,
            List<Consent> consents,
            List<String> tags,
            List<OpenCase> openCases,
            int moreCases,
            List<CallBack> callBacks) {}

    /// What they allowed or forbade.
    public record Consent(About about, boolean given) {
        public enum About {
            CALL,
            SMS,
            MAIL,
            RECORDING,
            MARKETING
        }
    }

    /// @param priority as in the tables: `LOW`, `NORMAL`, `HIGH`, `URGENT`
    /// @param due null when nothing was promised
    public record OpenCase(
            long id,
            String title,
            String category,
            String priority,
            @Nullable Instant due) {}

    /// @param agent who is to call, null: whoever is free
    public record CallBack(long id, Instant due, @Nullable AgentId agent, String remark) {}

    /// One earlier call with this customer.
    ///
    /// @param outcome as in the history: `answered`, `abandoned`, ...
    /// @param agent who spoke with them, null when nobody did
    public record Contact(
            Instant at,
            String direction,
            String outcome,
            @Nullable String agent) {}
}
