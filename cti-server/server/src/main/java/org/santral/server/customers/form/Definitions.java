package org.santral.server.customers.form;

import static org.santral.server.tables.Tables.CUSTOMER_FIELD;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.SEGMENT;
import static org.santral.server.tables.Tables.TAG;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerFieldKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a form may name: segments, tags, owners and the fields that administrators defined, as they are now.
///
/// @param segments ids by folded name
/// @param tags ids by folded name
/// @param owners ids by login
/// @param fields by name, in their order
public record Definitions(
        Map<String, Integer> segments, Map<String, Integer> tags, Map<String, Integer> owners, List<Field> fields) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    public Definitions {
        segments = Map.copyOf(segments);
        tags = Map.copyOf(tags);
        owners = Map.copyOf(owners);
        fields = List.copyOf(fields);
    }

    /// @param choices of a CHOICE, else empty
    public record Field(String name, CustomerFieldKind kind, List<String> choices) {}

    public static Definitions now(DSLContext sql) {
        return new Definitions(
                sql.select(SEGMENT.NAME, SEGMENT.ID).from(SEGMENT).fetch().stream()
                        .collect(Collectors.toMap(row -> folded(row.value1()), row -> row.value2(), (one, _) -> one)),
                sql.select(TAG.NAME, TAG.ID).from(TAG).fetch().stream()
                        .collect(Collectors.toMap(row -> folded(row.value1()), row -> row.value2(), (one, _) -> one)),
                sql.select(PERSON.LOGIN, PERSON.ID).from(PERSON).fetch().stream()
                        .collect(Collectors.toMap(row -> row.value1(), row -> row.value2())),
                sql.selectFrom(CUSTOMER_FIELD)
                        .orderBy(CUSTOMER_FIELD.POSITION, CUSTOMER_FIELD.ID)
                        .fetch(row -> new Field(
                                row.getName(),
                                row.getKind(),
                                JSON.readValue(row.getChoices().data(), TEXTS))));
    }

    @Nullable
    Integer segment(String name) {
        return segments.get(folded(name));
    }

    @Nullable
    Integer tag(String name) {
        return tags.get(folded(name));
    }

    @Nullable
    Integer owner(String login) {
        return owners.get(login);
    }

    @Nullable
    Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
