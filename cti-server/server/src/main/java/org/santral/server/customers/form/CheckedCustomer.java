package org.santral.server.customers.form;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerConsentAbout;
import org.santral.server.tables.enums.CustomerKind;

/// A customer that may be stored as it is; only whether its company is there is not known yet.
///
/// @param segment its id
/// @param owner id of the person
/// @param numbers each once
/// @param tags their ids
/// @param fields as JSON
public record CheckedCustomer(
        CustomerKind kind,
        String name,
        @Nullable String sayAs,
        CustomerForm.@Nullable Company company,
        @Nullable Integer segment,
        @Nullable Integer owner,
        @Nullable String language,
        @Nullable String warning,
        boolean doNotCall,
        List<Number> numbers,
        List<Mail> mails,
        List<Address> addresses,
        Set<Integer> tags,
        List<Consent> consents,
        String fields,
        @Nullable String source,
        @Nullable String sourceKey) {

    /// The same, working there.
    public CheckedCustomer withCompany(CustomerForm.Company employer) {
        return new CheckedCustomer(
                kind, name, sayAs, employer, segment, owner, language, warning, doNotCall, numbers, mails, addresses,
                tags, consents, fields, source, sourceKey);
    }

    /// @param id of a number that is there already
    /// @param e164 null when it is no number of any country
    public record Number(
            @Nullable Long id,
            String raw,
            @Nullable String e164,
            @Nullable String extension,
            String label,
            boolean moved) {}

    public record Mail(String address, String label) {}

    /// Empty where nothing was written.
    ///
    /// @param country null where none was written
    public record Address(
            String label,
            String street,
            String postalCode,
            String city,
            String region,
            @Nullable String country) {}

    /// @param at null for now
    public record Consent(
            CustomerConsentAbout about,
            boolean given,
            @Nullable Instant at,
            String remark) {}
}
