package org.santral.server.directory;

import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.SEGMENT;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.customers.form.Definitions;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CustomerKind;
import org.santral.site.Site;

/// The demo's customers: 200 people and companies, names in four scripts, several numbers each. Always the same
/// ones, so that a call can be told beforehand.
final class DemoBook {
    private static final int CUSTOMERS = 200;
    private static final List<String> GIVEN = List.of(
            "رضا", "مریم", "علی", "زهرا", "حسین", "فاطمه", "Anna", "Peter", "Maria", "John", "Emma", "David", "أحمد",
            "ليلى", "خالد", "نور", "Иван", "Ольга", "Сергей", "Наталья");
    private static final List<String> FAMILY = List.of(
            "احمدی",
            "کریمی",
            "محمدی",
            "رضایی",
            "حسینی",
            "جعفری",
            "Schmidt",
            "Miller",
            "Rossi",
            "Novak",
            "Larsen",
            "Dubois",
            "الهاشمي",
            "المصري",
            "حداد",
            "العلي",
            "Петров",
            "Иванова",
            "Смирнов",
            "Кузнецова");
    private static final List<String> LANGUAGES = List.of("fa", "en", "ar", "ru");
    private static final List<String> COMPANIES = List.of(
            "شرکت پارس الکترونیک",
            "بازرگانی خلیج",
            "Volga Logistics",
            "ООО «Север»",
            "شركة النيل للتجارة",
            "Nordic Paper",
            "پخش البرز",
            "Rossi & Figli",
            "مؤسسة الشام",
            "ЗАО «Волна»");
    private static final List<String> SEGMENTS = List.of("VIP", "partner", "business");

    private final DSLContext sql;
    private final PhoneNumbers numbers;
    private final Site site;
    private final CustomerStore store;
    private final List<String> owners = new ArrayList<>();
    private Definitions definitions = new Definitions(Map.of(), Map.of(), Map.of(), List.of());

    DemoBook(DSLContext sql, PhoneNumbers numbers, Site site) {
        this.sql = sql;
        this.numbers = numbers;
        this.site = site;
        this.store = new CustomerStore(sql, InstantSource.system());
    }

    /// One customer to be.
    private record Entry(
            CustomerKind kind,
            String name,
            @Nullable Long company,
            @Nullable String segment,
            @Nullable String language,
            @Nullable String owner,
            @Nullable String warning) {}

    private record Written(String raw, String label) {}

    void fillIfEmpty() {
        if (sql.fetchExists(CUSTOMER)) {
            return;
        }
        sql.transaction(inside -> new DemoBook(inside.dsl(), numbers, site).fill());
    }

    private void fill() {
        for (String segment : SEGMENTS) {
            sql.insertInto(SEGMENT).set(SEGMENT.NAME, segment).execute();
        }
        definitions = Definitions.now(sql);
        for (Site.Agent agent : site.agents()) {
            if (definitions.owners().containsKey(agent.id().value())) {
                owners.add(agent.id().value());
            }
        }
        known();
        List<Long> companies = new ArrayList<>();
        for (int i = 0; i < COMPANIES.size(); i++) {
            companies.add(customer(
                    new Entry(CustomerKind.COMPANY, COMPANIES.get(i), null, "business", null, null, null),
                    new Written("021 8899 %04d".formatted(i * 100), "switchboard")));
        }
        int made = 5 + COMPANIES.size();
        for (int i = 0; made < CUSTOMERS; i++, made++) {
            int script = i % 4;
            String name = GIVEN.get(start(script) + i / 4 % size(script)) + " "
                    + FAMILY.get(start(script) + (i / 4 + i / 20) % size(script));
            Long company = i % 5 == 0 ? companies.get(i % companies.size()) : null;
            String segment = i % 17 == 3 ? "VIP" : i % 11 == 4 ? "partner" : null;
            String owner = owners.isEmpty() || i % 9 != 2 ? null : owners.get(i % owners.size());
            List<Written> written = new ArrayList<>(List.of(
                    new Written("0912 %03d %04d".formatted(i % 1000, 1000 + i), "mobile"),
                    new Written("+98 21 77%02d %04d".formatted(i % 100, 2000 + i), "home")));
            if (company != null) {
                written.add(
                        new Written("021 8899 %04d ext %d".formatted(i % companies.size() * 100, 100 + i), "office"));
            }
            customer(
                    new Entry(CustomerKind.PERSON, name, company, segment, LANGUAGES.get(script), owner, null),
                    written.toArray(Written[]::new));
        }
    }

    /// Those whom the documentation and the tests call by name.
    private void known() {
        String firstOwner = owners.isEmpty() ? null : owners.getFirst();
        customer(
                new Entry(CustomerKind.PERSON, "رضا احمدی", null, null, "fa", null, "Speaks slowly, hears badly"),
                new Written("021-1234 5678", "home"),
                new Written("0912 345 6789", "mobile"));
        customer(
                new Entry(CustomerKind.PERSON, "Ольга Смирнова", null, "VIP", "ru", null, null),
                new Written("021 8765 4321", "office"));
        customer(
                new Entry(CustomerKind.PERSON, "ليلى الهاشمي", null, null, "ar", firstOwner, null),
                new Written("۰۲۱ ۵۵۵۰ ۰۰۰۱", "home"));
        customer(
                new Entry(CustomerKind.PERSON, "Anna Larsen", null, null, "en", null, null),
                new Written("021 2222 3333", "home"));
        customer(
                new Entry(CustomerKind.PERSON, "Peter Larsen", null, "partner", "en", null, null),
                new Written("+98 21 2222 3333", "home"));
    }

    /// Given and family names stand in blocks by script: Persian 6, Latin 6, Arabic 4, Cyrillic 4.
    private static int start(int script) {
        return new int[] {0, 6, 12, 16}[script];
    }

    private static int size(int script) {
        return new int[] {6, 6, 4, 4}[script];
    }

    private long customer(Entry entry, Written... numbersOf) {
        CustomerForm form = new CustomerForm(
                entry.kind().getLiteral(),
                entry.name(),
                null,
                entry.company() == null ? null : new CustomerForm.Company(entry.company(), null),
                entry.segment(),
                entry.owner(),
                entry.language(),
                entry.warning(),
                false,
                Stream.of(numbersOf)
                        .map(number -> new CustomerForm.Number(null, number.raw(), null, number.label(), false))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                null,
                null);
        CustomerCheck.Result checked = new CustomerCheck(numbers, definitions).check(form);
        CheckedCustomer customer = checked.customer();
        if (customer == null) {
            throw new IllegalStateException("the demo's own customer is refused: " + checked.faults());
        }
        return store.createAll(List.of(customer), "santral").getFirst();
    }
}
