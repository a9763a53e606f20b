package org.santral.server.customers.search;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.santral.server.tables.Tables.CUSTOMER_TAG;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.SEGMENT;
import static org.santral.server.tables.Tables.TAG;

import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerKind;
import org.santral.server.tables.tables.Customer;

/// Among which customers somebody looks: all conditions hold, what is null or empty is none.
///
/// @param segment its name
/// @param tag its name
/// @param owner login
/// @param company where they work
public record Among(
        @Nullable CustomerKind kind,
        @Nullable String segment,
        @Nullable String tag,
        @Nullable String owner,
        @Nullable Long company) {
    public static final Among ALL = new Among(null, null, null, null, null);

    /// @param customer as it is shown: who was merged into it counts by it
    public Condition of(Customer customer) {
        Condition all = noCondition();
        if (kind != null) {
            all = all.and(customer.KIND.eq(kind));
        }
        if (isGiven(segment)) {
            all = all.and(
                    customer.SEGMENT_ID.in(select(SEGMENT.ID).from(SEGMENT).where(SEGMENT.NAME.eq(segment))));
        }
        if (isGiven(tag)) {
            all = all.and(customer.ID.in(select(CUSTOMER_TAG.CUSTOMER_ID)
                    .from(CUSTOMER_TAG)
                    .join(TAG)
                    .on(TAG.ID.eq(CUSTOMER_TAG.TAG_ID))
                    .where(TAG.NAME.eq(tag))));
        }
        if (isGiven(owner)) {
            all = all.and(customer.OWNER_ID.in(select(PERSON.ID).from(PERSON).where(PERSON.LOGIN.eq(owner))));
        }
        return company == null ? all : all.and(customer.COMPANY_ID.eq(company));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
