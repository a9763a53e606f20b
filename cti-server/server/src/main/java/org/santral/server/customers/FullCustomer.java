package org.santral.server.customers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerConsentAbout;
import org.santral.server.tables.enums.CustomerKind;

/// Everything that is kept of a customer. What was merged into it is told with it.
///
/// @param version counts up with every change: the ETag
/// @param sayAs how to say the name
/// @param fields values of the fields that administrators defined
/// @param source who keeps this record elsewhere, null when it was made here
/// @param mergedInto the customer that this one turned out to be: read that one
public record FullCustomer(
        long id,
        int version,
        CustomerKind kind,
        String name,
        @Nullable String sayAs,
        CustomerSummary.@Nullable Named company,
        @Nullable String segment,
        @Nullable String language,
        CustomerSummary.@Nullable Owner owner,
        @Nullable String warning,
        boolean doNotCall,
        List<Number> numbers,
        List<String> mails,
        List<Address> addresses,
        List<String> tags,
        List<Consent> consents,
        Map<String, Object> fields,
        @Nullable String source,
        @Nullable String sourceKey,
        Instant createdAt,
        @Nullable Instant changedAt,
        @Nullable Long mergedInto) {

    /// @param moved whether it is known to reach nobody any more
    /// @param sharedWith other customers who have the same number, the first twenty
    public record Number(
            long id,
            String raw,
            @Nullable String e164,
            String display,
            @Nullable String extension,
            String label,
            boolean moved,
            @Nullable Instant movedAt,
            List<CustomerSummary.Named> sharedWith) {}

    /// @param country ISO 3166 alpha-2
    public record Address(
            String label,
            String street,
            String postalCode,
            String city,
            String region,
            @Nullable String country) {}

    /// @param by login, null where no person did it
    public record Consent(
            CustomerConsentAbout about,
            boolean given,
            Instant at,
            @Nullable String by,
            String remark) {}
}
