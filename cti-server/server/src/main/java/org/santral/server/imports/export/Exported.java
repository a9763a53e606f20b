package org.santral.server.imports.export;

import java.util.List;
import java.util.Map;

/// A customer as it goes out. Empty texts where nothing is known.
record Exported(
        String kind,
        String name,
        String sayAs,
        String company,
        String segment,
        String owner,
        String language,
        String warning,
        boolean doNotCall,
        List<Number> numbers,
        List<String> mails,
        List<Address> addresses,
        List<String> tags,
        List<String> consents,
        Map<String, String> fields,
        String source,
        String sourceKey) {

    /// @param extension only where it does not stand in the number itself
    record Number(String raw, String label, String extension) {}

    record Address(String label, String street, String postalCode, String city, String region, String country) {}
}
