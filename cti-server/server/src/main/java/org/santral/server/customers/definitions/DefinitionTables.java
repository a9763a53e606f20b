package org.santral.server.customers.definitions;

import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_FIELD;
import static org.santral.server.tables.Tables.SEGMENT;
import static org.santral.server.tables.Tables.TAG;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.exception.DataAccessException;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CustomerFieldKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Segments, tags and fields in the database.
public final class DefinitionTables {
    private static final int DUPLICATE = 1062;
    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final DSLContext sql;

    public DefinitionTables(DSLContext sql) {
        this.sql = sql;
    }

    /// @param standing who stands first where several are candidates: 0 is nobody special
    public record Segment(int id, String name, int standing) {}

    public record Tag(int id, String name) {}

    /// @param name as `fields` of a customer has it
    /// @param label as people read it
    /// @param choices of a CHOICE, else empty
    public record Field(
            int id, String name, String label, CustomerFieldKind kind, List<String> choices, int position) {}

    List<Segment> segments() {
        return sql.selectFrom(SEGMENT)
                .orderBy(SEGMENT.STANDING.desc(), SEGMENT.NAME)
                .fetch(row -> new Segment(row.getId(), row.getName(), row.getStanding()));
    }

    Segment addSegment(String name, int standing) {
        return named(() -> new Segment(
                sql.insertInto(SEGMENT)
                        .set(SEGMENT.NAME, name)
                        .set(SEGMENT.STANDING, (short) standing)
                        .returningResult(SEGMENT.ID)
                        .fetchSingle()
                        .value1(),
                name,
                standing));
    }

    Segment changeSegment(int id, String name, int standing) {
        there(
                id,
                named(() -> sql.update(SEGMENT)
                        .set(SEGMENT.NAME, name)
                        .set(SEGMENT.STANDING, (short) standing)
                        .where(SEGMENT.ID.eq(id))
                        .execute()));
        return new Segment(id, name, standing);
    }

    void deleteSegment(int id) {
        sql.transaction(inside -> {
            int used = inside.dsl().fetchCount(CUSTOMER, CUSTOMER.SEGMENT_ID.eq(id));
            if (used > 0) {
                throw Refusal.conflict("In use", used + " customers are in this segment; give them another one first.");
            }
            there(id, inside.dsl().deleteFrom(SEGMENT).where(SEGMENT.ID.eq(id)).execute());
        });
    }

    List<Tag> tags() {
        return sql.selectFrom(TAG).orderBy(TAG.NAME).fetch(row -> new Tag(row.getId(), row.getName()));
    }

    Tag addTag(String name) {
        return named(() -> new Tag(
                sql.insertInto(TAG)
                        .set(TAG.NAME, name)
                        .returningResult(TAG.ID)
                        .fetchSingle()
                        .value1(),
                name));
    }

    Tag changeTag(int id, String name) {
        there(
                id,
                named(() ->
                        sql.update(TAG).set(TAG.NAME, name).where(TAG.ID.eq(id)).execute()));
        return new Tag(id, name);
    }

    /// Customers lose it.
    void deleteTag(int id) {
        there(id, sql.deleteFrom(TAG).where(TAG.ID.eq(id)).execute());
    }

    List<Field> fields() {
        return sql.selectFrom(CUSTOMER_FIELD)
                .orderBy(CUSTOMER_FIELD.POSITION, CUSTOMER_FIELD.ID)
                .fetch(row -> new Field(
                        row.getId(),
                        row.getName(),
                        row.getLabel(),
                        row.getKind(),
                        JSON_MAPPER.readValue(row.getChoices().data(), TEXTS),
                        row.getPosition()));
    }

    Field addField(Field field) {
        int id = named(() -> sql.insertInto(CUSTOMER_FIELD)
                .set(CUSTOMER_FIELD.NAME, field.name())
                .set(CUSTOMER_FIELD.LABEL, field.label())
                .set(CUSTOMER_FIELD.KIND, field.kind())
                .set(CUSTOMER_FIELD.CHOICES, choices(field))
                .set(CUSTOMER_FIELD.POSITION, (short) field.position())
                .returningResult(CUSTOMER_FIELD.ID)
                .fetchSingle()
                .value1());
        return new Field(id, field.name(), field.label(), field.kind(), field.choices(), field.position());
    }

    /// Its name and kind stay: values of customers stand under them.
    Field changeField(Field field) {
        Field now = fields().stream()
                .filter(known -> known.id() == field.id())
                .findFirst()
                .orElseThrow(() -> missing(field.id()));
        if (!now.name().equals(field.name()) || now.kind() != field.kind()) {
            throw Refusal.conflict(
                    "Name and kind stay", "Customers have values of this field; define another one instead.");
        }
        sql.update(CUSTOMER_FIELD)
                .set(CUSTOMER_FIELD.LABEL, field.label())
                .set(CUSTOMER_FIELD.CHOICES, choices(field))
                .set(CUSTOMER_FIELD.POSITION, (short) field.position())
                .where(CUSTOMER_FIELD.ID.eq(field.id()))
                .execute();
        return field;
    }

    /// Its values are not shown any more, and go with the next change of each customer.
    void deleteField(int id) {
        there(id, sql.deleteFrom(CUSTOMER_FIELD).where(CUSTOMER_FIELD.ID.eq(id)).execute());
    }

    private static JSON choices(Field field) {
        return JSON.valueOf(JSON_MAPPER.writeValueAsString(field.choices()));
    }

    private static <T> T named(Supplier<T> write) {
        try {
            return write.get();
        } catch (DataAccessException e) {
            SQLException cause = e.getCause(SQLException.class);
            if (cause != null && cause.getErrorCode() == DUPLICATE) {
                throw Refusal.conflict("There already", "Another one has this name.");
            }
            throw e;
        }
    }

    private static void there(int id, int rows) {
        if (rows == 0) {
            throw missing(id);
        }
    }

    private static Refusal missing(int id) {
        return Refusal.notFound("There is none with the id " + id + ".");
    }
}
