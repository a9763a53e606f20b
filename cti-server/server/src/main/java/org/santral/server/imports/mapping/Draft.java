package org.santral.server.imports.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CustomerForm;

/// A form as one row fills it in, and from which value each of its places comes.
final class Draft {
    private final Map<Field, Value> single = new HashMap<>();
    private final List<CustomerForm.Number> numbers = new ArrayList<>();
    private final List<CustomerForm.Mail> mails = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<CustomerForm.Consent> consents = new ArrayList<>();
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final CustomerForm.@Nullable Address[] addresses;
    private final Map<String, Value> places = new HashMap<>();
    /// Labels and extensions, by what they are and the column of their number.
    private final Map<Beside, Value> besides = new HashMap<>();
    private final Mapping mapping;
    private final List<Value> values;

    /// One value of a cell.
    ///
    /// @param part which, where the cell holds several
    record Value(Columns.Target target, int part, String text) {}

    private record Beside(Field field, int column) {}

    Draft(Mapping mapping, int addresses, List<Value> values) {
        this.mapping = mapping;
        this.values = values;
        this.addresses = new CustomerForm.@Nullable Address[addresses];
        for (Value value : values) {
            Field field = value.target().field();
            if (field == Field.NUMBER_LABEL || field == Field.EXTENSION) {
                besides.putIfAbsent(new Beside(field, value.target().group()), value);
            }
        }
        values.forEach(this::take);
    }

    private void take(Value value) {
        Field field = value.target().field();
        if (field == null) {
            String own = String.valueOf(value.target().own());
            fields.putIfAbsent(own, value.text());
            places.putIfAbsent("fields." + own, value);
            return;
        }
        switch (field) {
            case NUMBER -> number(value);
            case NUMBER_LABEL, EXTENSION -> {
                // Asked for by their number.
            }
            case MAIL -> {
                places.put("mails[" + mails.size() + "]", value);
                mails.add(new CustomerForm.Mail(value.text(), null));
            }
            case TAGS -> {
                places.put("tags[" + tags.size() + "]", value);
                tags.add(value.text());
            }
            case CONSENTS -> consent(value);
            case FIELDS -> {
                int equals = Math.max(0, value.text().indexOf('='));
                String own = value.text().substring(0, equals);
                fields.put(own, value.text().substring(Math.min(value.text().length(), equals + 1)));
                places.put("fields." + own, value);
            }
            case ADDRESS_LABEL, STREET, POSTAL_CODE, CITY, REGION, COUNTRY -> address(value, field);
            case NAME,
                    FIRST_NAME,
                    LAST_NAME,
                    KIND,
                    SAY_AS,
                    COMPANY,
                    SEGMENT,
                    OWNER,
                    LANGUAGE,
                    WARNING,
                    DO_NOT_CALL,
                    SOURCE,
                    SOURCE_KEY -> {
                single.putIfAbsent(field, value);
                places.putIfAbsent(field.word(), value);
            }
        }
    }

    private void number(Value value) {
        int column = value.target().group();
        Value label = besides.get(new Beside(Field.NUMBER_LABEL, column));
        Value extension = value.part() == 0 ? besides.get(new Beside(Field.EXTENSION, column)) : null;
        String place = "numbers[" + numbers.size() + "].";
        places.put(place + "raw", value);
        places.put(place + "label", label == null ? value : label);
        places.put(place + "extension", extension == null ? value : extension);
        numbers.add(new CustomerForm.Number(
                null,
                value.text(),
                extension == null ? null : extension.text(),
                label == null ? value.target().label() : label.text(),
                false));
    }

    /// As an export writes it: `MARKETING;false;2026-11-25T10:00:00Z;on the phone`.
    private void consent(Value value) {
        String[] parts = value.text().split(";", 4);
        String place = "consents[" + consents.size() + "].";
        for (String name : List.of("about", "given", "at", "remark")) {
            places.put(place + name, value);
        }
        consents.add(new CustomerForm.Consent(
                parts[0],
                parts.length > 1 ? Cells.truth(parts[1]) : null,
                parts.length > 2 ? parts[2] : null,
                parts.length > 3 ? parts[3] : null));
    }

    private void address(Value value, Field field) {
        int group = value.target().group();
        CustomerForm.Address was = addresses[group];
        String label = was == null ? value.target().label() : was.label();
        addresses[group] = new CustomerForm.Address(
                field == Field.ADDRESS_LABEL ? value.text() : label,
                field == Field.STREET ? value.text() : was == null ? null : was.street(),
                field == Field.POSTAL_CODE ? value.text() : was == null ? null : was.postalCode(),
                field == Field.CITY ? value.text() : was == null ? null : was.city(),
                field == Field.REGION ? value.text() : was == null ? null : was.region(),
                field == Field.COUNTRY ? Countries.code(value.text()) : was == null ? null : was.country());
    }

    /// The same without these values.
    Draft without(Set<Value> wrong) {
        return new Draft(
                mapping,
                addresses.length,
                values.stream().filter(value -> !wrong.contains(value)).toList());
    }

    /// From which value what stands at this place of the form comes; null when it comes from none.
    @Nullable
    Value at(String place) {
        Value known = places.get(place);
        if (known != null || !place.startsWith("addresses[")) {
            return known;
        }
        // The form counts only the addresses that are there.
        int wanted = Integer.parseInt(place.substring(10, place.indexOf(']')));
        String part = place.substring(place.indexOf('.') + 1);
        Field field = part.equals("label") ? Field.ADDRESS_LABEL : Field.of(part);
        int group = -1;
        for (int i = 0, seen = -1; i < addresses.length && group < 0; i++) {
            seen += addresses[i] == null ? 0 : 1;
            group = seen == wanted ? i : -1;
        }
        for (Value value : values) {
            Field of = value.target().field();
            if (of == field && of != null && value.target().group() == group) {
                return value;
            }
        }
        return null;
    }

    /// Name of the company that a person works for; null when none stands there.
    @Nullable
    Value employer() {
        return isCompanyItself() ? null : single.get(Field.COMPANY);
    }

    /// Lists of firms have no name beside the company's.
    private boolean isCompanyItself() {
        return personName() == null && single.containsKey(Field.COMPANY);
    }

    private @Nullable String personName() {
        String whole = text(Field.NAME);
        if (whole != null) {
            return whole;
        }
        String first = text(Field.FIRST_NAME);
        String last = text(Field.LAST_NAME);
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return first + " " + last;
    }

    private @Nullable String text(Field field) {
        Value value = single.get(field);
        return value == null ? null : value.text();
    }

    private boolean doNotCall() {
        String text = text(Field.DO_NOT_CALL);
        return text != null && Boolean.TRUE.equals(Cells.truth(text));
    }

    CustomerForm form() {
        String kind = text(Field.KIND);
        String said = text(Field.SOURCE);
        String source = said == null ? mapping.source() : said;
        String key = source == null ? null : text(Field.SOURCE_KEY);
        List<CustomerForm.Address> there = new ArrayList<>();
        for (CustomerForm.Address address : addresses) {
            if (address != null) {
                there.add(address);
            }
        }
        return new CustomerForm(
                isCompanyItself() ? "COMPANY" : kind == null ? mapping.kind() : Cells.kind(kind),
                isCompanyItself() ? text(Field.COMPANY) : personName(),
                text(Field.SAY_AS),
                null,
                text(Field.SEGMENT),
                text(Field.OWNER),
                text(Field.LANGUAGE),
                text(Field.WARNING),
                doNotCall(),
                numbers,
                mails,
                there,
                tags,
                consents,
                fields,
                key == null ? null : source,
                key);
    }
}
