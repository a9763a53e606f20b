package org.santral.server.imports.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A customer as one line of a table.
final class CustomerColumns {
    private static final int MOST_NUMBERS = 50;
    private static final int MOST_MAILS = 20;
    private static final int MOST_ADDRESSES = 10;

    private final Widths widths;
    private final List<String> fields;

    /// How many columns there are for what a customer may have several of.
    record Widths(int numbers, int mails, int addresses) {
        Widths {
            numbers = Math.clamp(numbers, 1, MOST_NUMBERS);
            mails = Math.clamp(mails, 1, MOST_MAILS);
            addresses = Math.clamp(addresses, 1, MOST_ADDRESSES);
        }

        static Widths of(List<Exported> customers) {
            return new Widths(
                    customers.stream()
                            .mapToInt(one -> one.numbers().size())
                            .max()
                            .orElse(1),
                    customers.stream().mapToInt(one -> one.mails().size()).max().orElse(1),
                    customers.stream()
                            .mapToInt(one -> one.addresses().size())
                            .max()
                            .orElse(1));
        }
    }

    CustomerColumns(Widths widths, Collection<String> fields) {
        this.widths = widths;
        this.fields = List.copyOf(fields);
    }

    /// As `mapping.Headers` knows them.
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "kind",
                "name",
                "sayAs",
                "company",
                "segment",
                "owner",
                "language",
                "warning",
                "doNotCall",
                "tags",
                "consents"));
        for (int i = 1; i <= widths.numbers(); i++) {
            names.addAll(List.of("number " + i, "number " + i + " label", "number " + i + " extension"));
        }
        for (int i = 1; i <= widths.mails(); i++) {
            names.add("mail " + i);
        }
        for (int i = 1; i <= widths.addresses(); i++) {
            for (String part : List.of("address label", "street", "postalCode", "city", "region", "country")) {
                names.add(part + " " + i);
            }
        }
        fields.forEach(field -> names.add("fields." + field));
        names.addAll(List.of("source", "sourceKey"));
        return names;
    }

    List<String> cells(Exported customer) {
        List<String> cells = new ArrayList<>();
        for (String text : List.of(
                customer.kind(),
                customer.name(),
                customer.sayAs(),
                customer.company(),
                customer.segment(),
                customer.owner(),
                customer.language(),
                customer.warning(),
                customer.doNotCall() ? "true" : "",
                String.join("\n", customer.tags()),
                String.join("\n", customer.consents()))) {
            cells.add(Neutral.text(text));
        }
        numbers(cells, customer.numbers());
        mails(cells, customer.mails());
        for (int i = 0; i < widths.addresses(); i++) {
            Exported.Address one = i < customer.addresses().size()
                    ? customer.addresses().get(i)
                    : new Exported.Address("", "", "", "", "", "");
            for (String text :
                    List.of(one.label(), one.street(), one.postalCode(), one.city(), one.region(), one.country())) {
                cells.add(Neutral.text(text));
            }
        }
        fields.forEach(field -> cells.add(Neutral.text(customer.fields().getOrDefault(field, ""))));
        cells.add(Neutral.text(customer.source()));
        cells.add(Neutral.text(customer.sourceKey()));
        return cells;
    }

    /// What has no column of its own stands in the last one, line by line.
    private void numbers(List<String> cells, List<Exported.Number> numbers) {
        for (int i = 0; i < widths.numbers(); i++) {
            if (i >= numbers.size()) {
                cells.addAll(List.of("", "", ""));
                continue;
            }
            boolean isLast = i == widths.numbers() - 1;
            List<Exported.Number> here = numbers.subList(i, isLast ? numbers.size() : i + 1);
            cells.add(
                    here.size() == 1
                            ? Neutral.number(here.getFirst().raw())
                            : Neutral.text(
                                    here.stream().map(Exported.Number::raw).collect(Collectors.joining("\n"))));
            cells.add(Neutral.text(here.getFirst().label()));
            cells.add(Neutral.text(here.getFirst().extension()));
        }
    }

    private void mails(List<String> cells, List<String> mails) {
        for (int i = 0; i < widths.mails(); i++) {
            boolean isLast = i == widths.mails() - 1;
            cells.add(
                    i >= mails.size()
                            ? ""
                            : Neutral.text(String.join("\n", mails.subList(i, isLast ? mails.size() : i + 1))));
        }
    }
}
