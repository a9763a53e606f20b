package org.santral.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.FullCustomer;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.numbers.PhoneNumbers;

/// What a row says, laid over the customer that is there: an empty cell, or a field that no column is, takes nothing
/// away that colleagues wrote.
final class Overlay {
    private Overlay() {}

    static CustomerForm form(FullCustomer now, CustomerForm row, PhoneNumbers numbers) {
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
                numbers(now, row, numbers),
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

    /// A number keeps its label where the row says none, and that somebody found it to reach nobody any more is not
    /// undone by a list that still has it, in whatever way that writes it.
    private static List<CustomerForm.Number> numbers(FullCustomer now, CustomerForm row, PhoneNumbers read) {
        List<CustomerForm.Number> numbers = new ArrayList<>();
        if (row.numbers().isEmpty()) {
            now.numbers()
                    .forEach(one -> numbers.add(
                            new CustomerForm.Number(one.id(), one.raw(), one.extension(), one.label(), one.moved())));
            return numbers;
        }
        for (CustomerForm.Number number : row.numbers()) {
            String raw = String.valueOf(number.raw());
            PhoneNumbers.Reading reading = read.read(raw);
            List<FullCustomer.Number> same = now.numbers().stream()
                    .filter(one -> one.raw().equals(raw)
                            || reading.isNumber() && reading.e164().equals(one.e164()))
                    .toList();
            String label = same.isEmpty() ? null : same.getFirst().label();
            boolean moved = same.stream().anyMatch(FullCustomer.Number::moved);
            numbers.add(new CustomerForm.Number(null, raw, number.extension(), or(number.label(), label), moved));
        }
        return numbers;
    }

    private static Map<String, Object> fields(FullCustomer now, CustomerForm row) {
        Map<String, Object> fields = new LinkedHashMap<>(now.fields());
        fields.putAll(row.fields());
        return fields;
    }
}
