package org.santral.server.customers;

import io.swagger.v3.oas.annotations.media.Schema;
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
@Schema(name = "Customer")
public record FullCustomer(
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) long id,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) int version,
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
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) Instant createdAt,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        Instant changedAt,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        Long mergedInto) {

    /// @param moved whether it is known to reach nobody any more
    /// @param sharedWith other customers who have the same number, the first twenty
    @Schema(name = "CustomerNumber")
    public record Number(
            long id,
            String raw,

            @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            String e164,

            @Schema(accessMode = Schema.AccessMode.READ_ONLY)
            String display,

            @Nullable String extension,
            String label,
            boolean moved,

            @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            Instant movedAt,

            @Schema(accessMode = Schema.AccessMode.READ_ONLY)
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

            @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            String by,

            String remark) {}
}
