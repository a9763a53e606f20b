package org.santral.server.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CheckedCustomer;

/// What makes two rows the same customer: the name, and all the numbers; where there are none, all the mail addresses.
///
/// @param mails small letters; empty where there are numbers
record Same(String name, Set<Number> numbers, Set<String> mails) {
    Same {
        mails = numbers.isEmpty() ? mails : Set.of();
    }

    /// @param raw only where it is a number of no country
    record Number(
            @Nullable String e164,
            @Nullable String extension,
            @Nullable String raw) {
        static Number of(String raw, @Nullable String e164, @Nullable String extension) {
            return new Number(e164, extension, e164 == null ? raw : null);
        }
    }

    /// So long that two of some millions are hardly ever alike.
    long hash() {
        long hash = name.hashCode() * 0x9E3779B97F4A7C15L;
        long sum = 0;
        for (Number number : numbers) {
            long one = number.hashCode() * 0xC2B2AE3D27D4EB4FL;
            String text = number.e164() == null ? String.valueOf(number.raw()) : String.valueOf(number.e164());
            sum += (one ^ (one >>> 29)) * 0xFF51AFD7ED558CCDL
                    + text.chars().asLongStream().reduce(7, (h, c) -> h * 131 + c);
        }
        for (String mail : mails) {
            sum += mail.chars().asLongStream().reduce(11, (h, c) -> h * 131 + c);
        }
        return hash ^ sum ^ (name.chars().asLongStream().reduce(3, (h, c) -> h * 131 + c) << 7);
    }

    static Same of(CheckedCustomer customer) {
        Set<Number> numbers = new HashSet<>();
        List<CheckedCustomer.Number> written = customer.numbers();
        for (CheckedCustomer.Number number : written) {
            numbers.add(Number.of(number.raw(), number.e164(), number.extension()));
        }
        Set<String> mails = customer.mails().stream()
                .map(mail -> mail.address().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new Same(customer.name(), numbers, mails);
    }
}
