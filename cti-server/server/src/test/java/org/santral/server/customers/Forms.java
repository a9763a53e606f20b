package org.santral.server.customers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.customers.form.Definitions;
import org.santral.server.numbers.PhoneNumbers;

/// Customers of tests, written as people write them.
public final class Forms {
    public static final PhoneNumbers NUMBERS = new PhoneNumbers("IR", "9");
    private static final Definitions NOTHING = new Definitions(Map.of(), Map.of(), Map.of(), List.of());

    private Forms() {}

    public static CustomerForm person(String name, String... numbers) {
        return form("PERSON", name, null, List.of(numbers), List.of());
    }

    public static CustomerForm company(String name, String... numbers) {
        return form("COMPANY", name, null, List.of(numbers), List.of());
    }

    public static CustomerForm employee(String name, long company, String... numbers) {
        return form("PERSON", name, new CustomerForm.Company(company, null), List.of(numbers), List.of());
    }

    public static CustomerForm withMail(String name, String... mails) {
        return form("PERSON", name, null, List.of(), List.of(mails));
    }

    public static CustomerForm form(
            String kind,
            @Nullable String name,
            CustomerForm.@Nullable Company company,
            List<String> numbers,
            List<String> mails) {
        return new CustomerForm(
                kind,
                name,
                null,
                company,
                null,
                null,
                null,
                null,
                false,
                numbers.stream()
                        .map(raw -> new CustomerForm.Number(null, raw, null, null, false))
                        .toList(),
                mails.stream()
                        .map(address -> new CustomerForm.Mail(address, null))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                null,
                null);
    }

    public static CheckedCustomer checked(CustomerForm form) {
        CustomerCheck.Result result = new CustomerCheck(NUMBERS, NOTHING).check(form);
        CheckedCustomer customer = result.customer();
        if (customer == null) {
            throw new IllegalArgumentException(result.faults().toString());
        }
        return customer;
    }
}
