package org.santral.server.customers.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.rest.Fault;
import org.santral.server.tables.enums.CustomerKind;

/// Says whether a form may be stored: every fault with its place, or the customer.
public final class CustomerCheck {
    public static final int LONGEST_NAME = 200;
    public static final int MOST_NUMBERS = 50;
    public static final int MOST_MAILS = 20;
    public static final int MOST_ADDRESSES = 10;
    public static final int MOST_TAGS = 50;
    public static final int MOST_CONSENTS = 100;
    static final int LONGEST_LABEL = 32;
    private static final int LONGEST_MAIL = 254;

    private static final Pattern MAIL = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?\\.)+"
                    + "[\\p{L}\\p{N}\\p{M}-]{2,63}");
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final PhoneNumbers numbers;
    private final Definitions definitions;

    public CustomerCheck(PhoneNumbers numbers, Definitions definitions) {
        this.numbers = numbers;
        this.definitions = definitions;
    }

    /// @param customer null when there is a fault
    public record Result(@Nullable CheckedCustomer customer, List<Fault> faults) {}

    public Result check(CustomerForm form) {
        List<Fault> faults = new ArrayList<>();
        Texts texts = new Texts(faults);
        CustomerKind kind = kind(form.kind(), texts);
        String name = texts.needed("name", form.name(), LONGEST_NAME);
        if (kind == CustomerKind.COMPANY && form.company() != null) {
            texts.fault("company", "not-for-companies", "Only a person works for a company; leave it out.");
        }
        Consents consents = new Consents(texts);
        String source = source(form, texts);
        CheckedCustomer checked = new CheckedCustomer(
                kind,
                name == null ? "" : name,
                texts.line("sayAs", form.sayAs(), LONGEST_NAME),
                company(form, texts),
                segment(form.segment(), texts),
                owner(form.owner(), texts),
                language(form.language(), texts),
                texts.lines("warning", form.warning(), 500),
                form.doNotCall(),
                new Numbers(numbers, texts).checked(form.numbers()),
                mails(form.mails(), texts),
                addresses(form.addresses(), texts),
                tags(form.tags(), texts),
                consents.checked(form.consents()),
                new OwnFields(definitions, texts).json(form.fields()),
                source,
                texts.line("sourceKey", form.sourceKey(), 128));
        return new Result(faults.isEmpty() ? checked : null, List.copyOf(faults));
    }

    private static CustomerKind kind(@Nullable String kind, Texts texts) {
        if (kind == null || kind.isBlank()) {
            return CustomerKind.PERSON;
        }
        return switch (kind.strip().toUpperCase(Locale.ROOT)) {
            case "PERSON" -> CustomerKind.PERSON;
            case "COMPANY" -> CustomerKind.COMPANY;
            default -> {
                texts.fault("kind", "unknown", "Write PERSON or COMPANY.");
                yield CustomerKind.PERSON;
            }
        };
    }

    private static CustomerForm.@Nullable Company company(CustomerForm form, Texts texts) {
        CustomerForm.Company company = form.company();
        if (company == null) {
            return null;
        }
        if (company.id() != null) {
            return new CustomerForm.Company(company.id(), null);
        }
        String key = texts.line("company.sourceKey", company.sourceKey(), 128);
        if (key == null) {
            texts.fault("company.id", "missing", "Write the id of the company, or company.sourceKey.");
        } else if (form.source() == null) {
            texts.fault("company.sourceKey", "unknown", "Only a customer of the same source may name it by its key.");
        }
        return new CustomerForm.Company(null, key);
    }

    private static @Nullable String source(CustomerForm form, Texts texts) {
        boolean hasSource = form.source() != null && !form.source().isBlank();
        boolean hasKey = form.sourceKey() != null && !form.sourceKey().isBlank();
        if (hasSource != hasKey) {
            texts.fault(hasSource ? "sourceKey" : "source", "missing", "Write both source and sourceKey, or neither.");
        }
        if (!hasSource || form.source() == null) {
            return null;
        }
        if (!SOURCE.matcher(form.source()).matches()) {
            texts.fault("source", "invalid", "Write 1 to 64 letters, digits, dots, - and _ of ASCII.");
            return null;
        }
        return form.source();
    }

    private @Nullable Integer segment(@Nullable String name, Texts texts) {
        String line = texts.line("segment", name, 64);
        Integer id = line == null ? null : definitions.segment(line);
        if (line != null && id == null) {
            texts.fault("segment", "unknown", "There is no segment of this name; have it defined, or leave it out.");
        }
        return id;
    }

    private @Nullable Integer owner(@Nullable String login, Texts texts) {
        String line = texts.line("owner", login, 64);
        Integer id = line == null ? null : definitions.owner(line);
        if (line != null && id == null) {
            texts.fault("owner", "unknown", "Nobody here has this login.");
        }
        return id;
    }

    private static @Nullable String language(@Nullable String tag, Texts texts) {
        String line = texts.line("language", tag, 35);
        if (line == null) {
            return null;
        }
        try {
            return new Locale.Builder()
                    .setLanguageTag(line.replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException e) {
            texts.fault("language", "invalid", "Write a language tag (BCP 47), as fa, en-GB or ar-EG.");
            return null;
        }
    }

    private static List<CheckedCustomer.Mail> mails(List<CustomerForm.Mail> given, Texts texts) {
        if (given.size() > MOST_MAILS) {
            texts.fault("mails", "too-many", "There are " + given.size() + "; " + MOST_MAILS + " are possible.");
            return List.of();
        }
        List<CheckedCustomer.Mail> mails = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String place = "mails[" + i + "]";
            String address = texts.line(place, given.get(i).address(), LONGEST_MAIL);
            String label = texts.lineOrEmpty(place + ".label", given.get(i).label(), LONGEST_LABEL);
            if (address != null && !MAIL.matcher(address).matches()) {
                texts.fault(place, "invalid", "Write an address as name@example.com.");
            } else if (address != null && seen.add(address.toLowerCase(Locale.ROOT))) {
                mails.add(new CheckedCustomer.Mail(address, label));
            }
        }
        return List.copyOf(mails);
    }

    private static List<CheckedCustomer.Address> addresses(List<CustomerForm.Address> given, Texts texts) {
        if (given.size() > MOST_ADDRESSES) {
            texts.fault(
                    "addresses", "too-many", "There are " + given.size() + "; " + MOST_ADDRESSES + " are possible.");
            return List.of();
        }
        Set<CheckedCustomer.Address> addresses = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            CustomerForm.Address address = given.get(i);
            String place = "addresses[" + i + "].";
            String country = texts.line(place + "country", address.country(), 2);
            String upper = country == null ? null : country.toUpperCase(Locale.ROOT);
            if (upper != null && !COUNTRIES.contains(upper)) {
                texts.fault(place + "country", "unknown", "Write two letters (ISO 3166), as IR.");
            }
            CheckedCustomer.Address checked = new CheckedCustomer.Address(
                    texts.lineOrEmpty(place + "label", address.label(), LONGEST_LABEL),
                    texts.lineOrEmpty(place + "street", address.street(), 200),
                    texts.lineOrEmpty(place + "postalCode", address.postalCode(), 20),
                    texts.lineOrEmpty(place + "city", address.city(), 100),
                    texts.lineOrEmpty(place + "region", address.region(), 100),
                    upper);
            if (!checked.equals(new CheckedCustomer.Address(checked.label(), "", "", "", "", null))) {
                addresses.add(checked);
            }
        }
        return List.copyOf(addresses);
    }

    private Set<Integer> tags(List<String> given, Texts texts) {
        if (given.size() > MOST_TAGS) {
            texts.fault("tags", "too-many", "There are " + given.size() + "; " + MOST_TAGS + " are possible.");
            return Set.of();
        }
        Set<Integer> tags = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String line = texts.line("tags[" + i + "]", given.get(i), 64);
            Integer id = line == null ? null : definitions.tag(line);
            if (id != null) {
                tags.add(id);
            } else if (line != null) {
                texts.fault("tags[" + i + "]", "unknown", "There is no tag of this name; have it defined first.");
            }
        }
        return Set.copyOf(tags);
    }
}
