package org.santral.server.people;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.PERSON_ROLE;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// All active people, held in memory: they are few, every request asks for one, and the database may be away.
final class PeopleInDatabase implements People {
    private final DSLContext sql;
    private volatile Map<String, Known> byLogin = Map.of();
    private volatile boolean loaded;

    /// @param id in the table `person`
    record Known(int id, Person person) {}

    PeopleInDatabase(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return known(login).map(Known::person);
    }

    Optional<Known> known(String login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    Optional<String> loginOf(int id) {
        return byLogin.values().stream()
                .filter(known -> known.id == id)
                .map(known -> known.person.login())
                .findFirst();
    }

    Collection<Known> all() {
        return byLogin.values();
    }

    /// Whether the table has been read; before that only those are known who were logged in.
    boolean isLoaded() {
        return loaded;
    }

    /// Until the table can be read.
    void recall(Collection<Known> lately) {
        if (!loaded) {
            byLogin = lately.stream().collect(toUnmodifiableMap(known -> known.person.login(), known -> known));
        }
    }

    /// To be called after every change of the tables.
    void reload() {
        Map<Integer, Set<Role>> roles = new HashMap<>();
        sql.selectFrom(PERSON_ROLE)
                .forEach(row -> roles.computeIfAbsent(row.getPersonId(), _ -> new HashSet<>())
                        .add(Role.valueOf(row.getRole().getLiteral())));
        byLogin = sql.selectFrom(PERSON).where(PERSON.ACTIVE.isTrue()).stream()
                .map(row -> new Known(
                        row.getId(),
                        new Person(
                                row.getLogin(),
                                row.getName(),
                                roles.getOrDefault(row.getId(), Set.of()),
                                row.getExtension())))
                .collect(toUnmodifiableMap(known -> known.person.login(), known -> known));
        loaded = true;
    }
}
