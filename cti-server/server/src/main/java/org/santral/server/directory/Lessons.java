package org.santral.server.directory;

import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.LEARNED_NUMBER;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.server.numbers.PhoneNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What agents teach the book: whose number it is. A lesson that cannot be written now is written before the next
/// one, so that an hour without a database forgets none that fits into memory.
final class Lessons {
    private static final Logger LOG = LoggerFactory.getLogger(Lessons.class);
    private static final int MOST_WAITING = 10_000;

    private final DSLContext sql;
    private final InstantSource clock;
    private final Deque<Lesson> waiting = new ArrayDeque<>();

    Lessons(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param instead who stood first and was not meant, null when nobody did
    private record Lesson(
            PhoneNumbers.Reading number,
            long customer,
            @Nullable Long instead,
            AgentId by,
            Instant at) {}

    /// A number that cannot be read is no key: nothing can be learned of it.
    synchronized void learn(PhoneNumbers.Reading number, long customer, @Nullable Long instead, AgentId by) {
        if (!number.isNumber()) {
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            LOG.warn("{} lessons of agents wait for the database: the oldest is forgotten", MOST_WAITING);
            waiting.removeFirst();
        }
        waiting.addLast(new Lesson(number, customer, instead, by, clock.instant()));
        try {
            while (!waiting.isEmpty()) {
                Lesson next = waiting.getFirst();
                sql.transaction(inside -> write(inside.dsl(), next));
                waiting.removeFirst();
            }
        } catch (DataAccessException e) {
            LOG.warn("What agents taught cannot be written now ({}): {} wait", e.getMessage(), waiting.size());
        }
    }

    private static void write(DSLContext in, Lesson lesson) {
        if (!in.fetchExists(CUSTOMER, CUSTOMER.ID.eq(lesson.customer))) {
            return;
        }
        in.insertInto(LEARNED_NUMBER)
                .set(LEARNED_NUMBER.E164, lesson.number.e164())
                .set(LEARNED_NUMBER.EXTENSION, lesson.number.extension())
                .set(LEARNED_NUMBER.CUSTOMER_ID, lesson.customer)
                .set(LEARNED_NUMBER.LOGIN, lesson.by.value())
                .set(LEARNED_NUMBER.LAST_AT, lesson.at)
                .onDuplicateKeyUpdate()
                .set(LEARNED_NUMBER.CHOSEN, LEARNED_NUMBER.CHOSEN.plus(1))
                .set(LEARNED_NUMBER.LOGIN, lesson.by.value())
                .set(LEARNED_NUMBER.LAST_AT, lesson.at)
                .execute();
        if (lesson.instead != null) {
            in.update(LEARNED_NUMBER)
                    .set(LEARNED_NUMBER.WRONG, LEARNED_NUMBER.WRONG.plus(1))
                    .where(LEARNED_NUMBER.E164.eq(lesson.number.e164()))
                    .and(LEARNED_NUMBER.EXTENSION.eq(lesson.number.extension()))
                    .and(LEARNED_NUMBER.CUSTOMER_ID.eq(lesson.instead))
                    .execute();
        }
    }
}
