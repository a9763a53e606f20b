package org.santral.server.customers;

import static org.santral.server.tables.Tables.CUSTOMER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.names.Sound;
import org.santral.server.tables.enums.CustomerKind;
import org.santral.server.tables.tables.records.CustomerRecord;
import tools.jackson.databind.json.JsonMapper;

/// A customer that is there becomes what somebody sent: only what differs is written, so that numbers keep their ids.
final class Replacement {
    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();

    private final DSLContext in;
    private final CustomerRecord now;
    private final Instant at;
    private final String login;
    private final List<String> changed = new ArrayList<>();

    /// @param now locked
    Replacement(DSLContext in, CustomerRecord now, Instant at, String login) {
        this.in = in;
        this.now = now;
        this.at = at;
        this.login = login;
    }

    /// @return the names of what was changed; empty when nothing differed and nothing was written
    List<String> with(CheckedCustomer customer, Companies.@Nullable Known company) {
        String wasNamed = now.getName();
        CustomerKind was = now.getKind();
        set("kind", CUSTOMER.KIND, customer.kind());
        set("name", CUSTOMER.NAME, customer.name());
        set("sayAs", CUSTOMER.SAY_AS, customer.sayAs());
        set("company", CUSTOMER.COMPANY_ID, company == null ? null : company.id());
        set("segment", CUSTOMER.SEGMENT_ID, customer.segment());
        set("owner", CUSTOMER.OWNER_ID, customer.owner());
        set("language", CUSTOMER.LANGUAGE, customer.language());
        set("warning", CUSTOMER.WARNING, customer.warning());
        set("doNotCall", CUSTOMER.DO_NOT_CALL, (byte) (customer.doNotCall() ? 1 : 0));
        set("source", CUSTOMER.SOURCE, customer.source());
        set("sourceKey", CUSTOMER.SOURCE_KEY, customer.sourceKey());
        if (!sameFields(customer.fields())) {
            now.set(CUSTOMER.FIELDS, JSON.valueOf(customer.fields()));
            changed.add("fields");
        }
        new BelowCustomer(in, now.getId(), at, login).become(customer, changed);
        if (changed.isEmpty()) {
            return changed;
        }
        now.set(CUSTOMER.NAME_KEY, Sound.keyOf(customer.name()));
        now.set(CUSTOMER.VERSION, now.getVersion() + 1);
        now.set(CUSTOMER.CHANGED_AT, at);
        in.executeUpdate(now);
        if (changed.contains("name") || changed.contains("sayAs") || changed.contains("company")) {
            FoundBy.rewrite(
                    in,
                    now.getId(),
                    FoundBy.words(customer.name(), customer.sayAs(), company == null ? null : company.name()));
        }
        if (was == CustomerKind.COMPANY && !customer.name().equals(wasNamed)) {
            FoundBy.rewriteThoseOf(in, now.getId(), customer.name());
        }
        return changed;
    }

    private <T> void set(String name, TableField<CustomerRecord, T> column, @Nullable T value) {
        if (!Objects.equals(now.get(column), value)) {
            now.set(column, value);
            changed.add(name);
        }
    }

    private boolean sameFields(String fields) {
        return JSON_MAPPER.readTree(now.getFields().data()).equals(JSON_MAPPER.readTree(fields));
    }
}
