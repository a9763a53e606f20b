package org.santral.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.FullCustomer;
import org.santral.server.customers.form.CustomerForm;

/// What a row says, laid over the customer that is there: an empty cell, or a field that no column is, takes nothing
/// away that colleagues wrote.
final class Overlay {
    private Overlay() {}

    static CustomerForm form(FullCustomer now, CustomerForm row) {
        return new CustomerForm(
                row.kind(),
                row.name(),
                or(row.sayAs(), now.sayAs()),
                now.company() == null
                        ? null
                        : new CustomerForm.Company(now.company().id(), null),
                or(row.segment(), now.segment()),
                or(row.owner(), now.owner() == null ? null : now.owner().login()),
                or(row.language(), now.language()),
                or(row.warning(), now.warning()),
                row.doNotCall() || now.doNotCall(),
                numbers(now, row),
                row.mails().isEmpty()
                        ? now.mails().stream()
                                .map(address -> new CustomerForm.Mail(address, null))
                                .toList()
                        : row.mails(),
                row.addresses().isEmpty()
                        ? now.addresses().stream()
                                .map(one -> new CustomerForm.Address(
                                        one.label(),
                                        one.street(),
                                        one.postalCode(),
                                        one.city(),
                                        one.region(),
                                        one.country()))
                                .toList()
                        : row.addresses(),
                row.tags().isEmpty() ? now.tags() : row.tags(),
                row.consents(),
                fields(now, row),
                row.source(),
                row.sourceKey());
    }

    private static @Nullable String or(@Nullable String said, @Nullable String otherwise) {
        return said == null || said.isBlank() ? otherwise : said;
    }

    /// That somebody found a number to reach nobody any more is not undone by a list that still has it.
    private static List<CustomerForm.Number> numbers(FullCustomer now, CustomerForm row) {
        List<CustomerForm.Number> numbers = new ArrayList<>();
        if (row.numbers().isEmpty()) {
            now.numbers()
                    .forEach(one -> numbers.add(
                            new CustomerForm.Number(one.id(), one.raw(), one.extension(), one.label(), one.moved())));
            return numbers;
        }
        for (CustomerForm.Number number : row.numbers()) {
            boolean moved = now.numbers().stream()
                    .anyMatch(one -> one.moved() && one.raw().equals(number.raw()));
            numbers.add(new CustomerForm.Number(null, number.raw(), number.extension(), number.label(), moved));
        }
        return numbers;
    }

    private static Map<String, Object> fields(FullCustomer now, CustomerForm row) {
        Map<String, Object> fields = new LinkedHashMap<>(now.fields());
        fields.putAll(row.fields());
        return fields;
    }
}
