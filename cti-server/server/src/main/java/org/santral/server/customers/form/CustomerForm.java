package org.santral.server.customers.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A customer as somebody wrote it down; nothing of it is checked yet. What is null was left empty.
///
/// @param kind `PERSON` or `COMPANY`; a person when null
/// @param segment by its name
/// @param owner by their login
/// @param language BCP 47
/// @param tags by their names
/// @param fields values of the fields that administrators defined, by name: text, number or truth value
public record CustomerForm(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String sayAs,
        @Nullable Company company,
        @Nullable String segment,
        @Nullable String owner,
        @Nullable String language,
        @Nullable String warning,
        boolean doNotCall,
        List<Number> numbers,
        List<Mail> mails,
        List<Address> addresses,
        List<String> tags,
        List<Consent> consents,
        Map<String, Object> fields,
        @Nullable String source,
        @Nullable String sourceKey) {

    /// Where somebody works: by our id, or by the key that the same source gave the company.
    public record Company(@Nullable Long id, @Nullable String sourceKey) {}

    /// @param id of a number that is there already, null for a new one
    /// @param extension null where it stands in the number, as `021 8899 0000 ext 101`, or there is none
    public record Number(
            @Nullable Long id,
            @Nullable String raw,
            @Nullable String extension,
            @Nullable String label,
            boolean moved) {}

    public record Mail(@Nullable String address, @Nullable String label) {}

    /// @param country ISO 3166 alpha-2
    public record Address(
            @Nullable String label,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String region,
            @Nullable String country) {}

    /// @param at ISO 8601; now when null
    public record Consent(
            @Nullable String about,
            @Nullable Boolean given,
            @Nullable String at,
            @Nullable String remark) {}
}
