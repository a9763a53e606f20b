package org.santral.server.people;

import static org.santral.server.tables.Tables.PERSON;

import java.util.Optional;
import org.jooq.DSLContext;

/// Who is meant by a log-in, for tables that name people.
public final class PersonKeys {
    private PersonKeys() {}

    /// The key of somebody who works here now.
    public static Optional<Integer> of(DSLContext in, String login) {
        return in.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.LOGIN.eq(login))
                .and(PERSON.ACTIVE.isTrue())
                .fetchOptional(PERSON.ID);
    }
}
