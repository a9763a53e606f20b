package org.santral.server.customers;

import static org.jooq.impl.DSL.coalesce;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.SEGMENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.santral.server.tables.tables.Customer;

/// Customers with the names of their company, segment and owner, and who was merged into whom.
public final class Joined {
    private static final Customer EMPLOYER = CUSTOMER.as("employer");
    /// A company may have turned out to be another one.
    private static final Customer COMPANY = CUSTOMER.as("company");

    public static final Field<Long> COMPANY_ID = COMPANY.ID.as("company_of");
    public static final Field<String> COMPANY_NAME = COMPANY.NAME.as("company_name");
    public static final Field<String> SEGMENT_NAME = SEGMENT.NAME.as("segment_name");
    public static final Field<String> OWNER_NAME = PERSON.NAME.as("owner_name");

    private Joined() {}

    public static SelectOnConditionStep<Record> customers(DSLContext sql) {
        return sql.select(CUSTOMER.fields())
                .select(COMPANY_ID, COMPANY_NAME, SEGMENT_NAME, PERSON.LOGIN, OWNER_NAME)
                .from(CUSTOMER)
                .leftJoin(EMPLOYER)
                .on(EMPLOYER.ID.eq(CUSTOMER.COMPANY_ID))
                .leftJoin(COMPANY)
                .on(COMPANY.ID.eq(coalesce(EMPLOYER.MERGED_INTO, EMPLOYER.ID)))
                .leftJoin(SEGMENT)
                .on(SEGMENT.ID.eq(CUSTOMER.SEGMENT_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(CUSTOMER.OWNER_ID));
    }

    /// Those and who was merged into them, each with whom it belongs to.
    public static Map<Long, Long> members(DSLContext sql, List<Long> ids) {
        Map<Long, Long> members = new LinkedHashMap<>();
        ids.forEach(id -> members.put(id, id));
        sql.select(CUSTOMER.ID, CUSTOMER.MERGED_INTO)
                .from(CUSTOMER)
                .where(CUSTOMER.MERGED_INTO.in(ids))
                .forEach(row -> members.put(row.value1(), row.value2()));
        return members;
    }
}
