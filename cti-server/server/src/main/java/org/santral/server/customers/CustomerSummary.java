package org.santral.server.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerKind;

/// A customer as lists show it.
///
/// @param company where they work, null when nowhere or unknown
/// @param segment its name
/// @param language BCP 47
/// @param warning pinned by a colleague
/// @param mails addresses
/// @param tags their names
public record CustomerSummary(
        long id,
        CustomerKind kind,
        String name,
        @Nullable Named company,
        @Nullable String segment,
        @Nullable String language,
        @Nullable Owner owner,
        @Nullable String warning,
        boolean doNotCall,
        List<Number> numbers,
        List<String> mails,
        List<String> tags) {

    public record Named(long id, String name) {}

    public record Owner(String login, String name) {}

    /// @param e164 with +, null when it is no number of any country
    /// @param display as its country writes it
    @Schema(name = "SummaryNumber")
    public record Number(
            String raw,
            @Nullable String e164,
            String display,
            @Nullable String extension,
            String label) {}
}
