package org.santral.server.directory;

import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.SEGMENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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
    private final Map<String, Integer> segments = new HashMap<>();
    private final List<Integer> owners = new ArrayList<>();

    DemoBook(DSLContext sql, PhoneNumbers numbers, Site site) {
        this.sql = sql;
        this.numbers = numbers;
        this.site = site;
    }

    /// One customer to be.
    private record Entry(
            CustomerKind kind,
            String name,
            @Nullable Long company,
            @Nullable String segment,
            @Nullable String language,
            @Nullable Integer owner,
            @Nullable String warning) {}

    void fillIfEmpty() {
        if (sql.fetchExists(CUSTOMER)) {
            return;
        }
        sql.transaction(inside -> new DemoBook(inside.dsl(), numbers, site).fill());
    }

    private void fill() {
        for (String segment : SEGMENTS) {
            segments.put(
                    segment,
                    sql.insertInto(SEGMENT)
                            .set(SEGMENT.NAME, segment)
                            .returning(SEGMENT.ID)
                            .fetchSingle(SEGMENT.ID));
        }
        for (Site.Agent agent : site.agents()) {
            owners.addAll(sql.select(PERSON.ID)
                    .from(PERSON)
                    .where(PERSON.LOGIN.eq(agent.id().value()))
                    .fetch(PERSON.ID));
        }
        known();
        List<Long> companies = new ArrayList<>();
        for (int i = 0; i < COMPANIES.size(); i++) {
            long id = customer(new Entry(CustomerKind.COMPANY, COMPANIES.get(i), null, "business", null, null, null));
            number(id, "021 8899 %04d".formatted(i * 100), "switchboard");
            companies.add(id);
        }
        int made = 5 + COMPANIES.size();
        for (int i = 0; made < CUSTOMERS; i++, made++) {
            int script = i % 4;
            String name = GIVEN.get(start(script) + i / 4 % size(script)) + " "
                    + FAMILY.get(start(script) + (i / 4 + i / 20) % size(script));
            Long company = i % 5 == 0 ? companies.get(i % companies.size()) : null;
            String segment = i % 17 == 3 ? "VIP" : i % 11 == 4 ? "partner" : null;
            Integer owner = owners.isEmpty() || i % 9 != 2 ? null : owners.get(i % owners.size());
            long id = customer(
                    new Entry(CustomerKind.PERSON, name, company, segment, LANGUAGES.get(script), owner, null));
            number(id, "0912 %03d %04d".formatted(i % 1000, 1000 + i), "mobile");
            number(id, "+98 21 77%02d %04d".formatted(i % 100, 2000 + i), "home");
            if (company != null) {
                number(id, "021 8899 %04d ext %d".formatted(i % companies.size() * 100, 100 + i), "office");
            }
        }
    }

    /// Those whom the documentation and the tests call by name.
    private void known() {
        Integer firstOwner = owners.isEmpty() ? null : owners.getFirst();
        long reza = customer(
                new Entry(CustomerKind.PERSON, "رضا احمدی", null, null, "fa", null, "Speaks slowly, hears badly"));
        number(reza, "021-1234 5678", "home");
        number(reza, "0912 345 6789", "mobile");
        long vip = customer(new Entry(CustomerKind.PERSON, "Ольга Смирнова", null, "VIP", "ru", null, null));
        number(vip, "021 8765 4321", "office");
        long owned = customer(new Entry(CustomerKind.PERSON, "ليلى الهاشمي", null, null, "ar", firstOwner, null));
        number(owned, "۰۲۱ ۵۵۵۰ ۰۰۰۱", "home");
        long one = customer(new Entry(CustomerKind.PERSON, "Anna Larsen", null, null, "en", null, null));
        long other = customer(new Entry(CustomerKind.PERSON, "Peter Larsen", null, "partner", "en", null, null));
        number(one, "021 2222 3333", "home");
        number(other, "+98 21 2222 3333", "home");
    }

    /// Given and family names stand in blocks by script: Persian 6, Latin 6, Arabic 4, Cyrillic 4.
    private static int start(int script) {
        return new int[] {0, 6, 12, 16}[script];
    }

    private static int size(int script) {
        return new int[] {6, 6, 4, 4}[script];
    }

    private long customer(Entry entry) {
        Long id = sql.insertInto(CUSTOMER)
                .set(CUSTOMER.KIND, entry.kind())
                .set(CUSTOMER.NAME, entry.name())
                .set(CUSTOMER.COMPANY_ID, entry.company())
                .set(CUSTOMER.SEGMENT_ID, entry.segment() == null ? null : segments.get(entry.segment()))
                .set(CUSTOMER.LANGUAGE, entry.language())
                .set(CUSTOMER.OWNER_ID, entry.owner())
                .set(CUSTOMER.WARNING, entry.warning())
                .set(CUSTOMER.CREATED_AT, Instant.now())
                .returning(CUSTOMER.ID)
                .fetchSingle(CUSTOMER.ID);
        return Objects.requireNonNull(id, "the database gives every customer an id");
    }

    private void number(long customer, String raw, String label) {
        PhoneNumbers.Reading reading = numbers.read(raw);
        sql.insertInto(CUSTOMER_NUMBER)
                .set(CUSTOMER_NUMBER.CUSTOMER_ID, customer)
                .set(CUSTOMER_NUMBER.RAW, raw)
                .set(CUSTOMER_NUMBER.E164, reading.isNumber() ? reading.e164() : null)
                .set(CUSTOMER_NUMBER.EXTENSION, reading.extension().isEmpty() ? null : reading.extension())
                .set(CUSTOMER_NUMBER.LABEL, label)
                .execute();
    }
}
