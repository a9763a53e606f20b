package org.santral.server.people;

import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.PERSON_ROLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.PersonRoleRole;
import org.santral.site.Site;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Makes the people a site needs: its agents, and on the first start a supervisor, a manager and an
/// administrator. Their passwords are random and stand in one file that only its owner may read; they are never
/// printed.
final class FirstPeople {
    /// No letters and digits that are taken for one another.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final DSLContext sql;
    private final PasswordEncoder encoder;
    private final Path passwordsFile;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    FirstPeople(DSLContext sql, PasswordEncoder encoder, Path passwordsFile, InstantSource clock) {
        this.sql = sql;
        this.encoder = encoder;
        this.passwordsFile = passwordsFile;
        this.clock = clock;
    }

    private record Wanted(
            String login, String name, Role role, @Nullable String extension) {}

    /// What is there already is left alone, but for an agent's name and phone: the site says those.
    void ensure(Site site) {
        List<Wanted> wanted = new ArrayList<>();
        site.agents()
                .forEach(agent ->
                        wanted.add(new Wanted(agent.id().value(), agent.name(), Role.AGENT, agent.extension())));
        if (!sql.fetchExists(PERSON)) {
            wanted.add(new Wanted("supervisor", "Supervisor", Role.SUPERVISOR, null));
            wanted.add(new Wanted("manager", "Manager", Role.MANAGER, null));
            wanted.add(new Wanted("admin", "Administrator", Role.ADMINISTRATOR, null));
        }
        List<Wanted> missing = wanted.stream().filter(this::isMissing).toList();
        if (!missing.isEmpty()) {
            create(missing);
        }
    }

    private boolean isMissing(Wanted wanted) {
        int there = sql.update(PERSON)
                .set(PERSON.NAME, wanted.name)
                .set(PERSON.EXTENSION, wanted.extension)
                .where(PERSON.LOGIN.eq(wanted.login))
                .execute();
        return there == 0 && !sql.fetchExists(PERSON, PERSON.LOGIN.eq(wanted.login));
    }

    /// The file is written before the people are committed: a password is never lost between the two.
    private void create(List<Wanted> missing) {
        Instant now = clock.instant();
        sql.transaction(transaction -> {
            StringBuilder lines = new StringBuilder();
            for (Wanted wanted : missing) {
                String password = password();
                insert(DSL.using(transaction), wanted, password, now);
                lines.append("%-14s %-14s %s%n".formatted(wanted.role.word(), wanted.login, password));
            }
            append(lines.toString());
        });
    }

    private void insert(DSLContext tx, Wanted wanted, String password, Instant now) {
        Integer id = tx.insertInto(PERSON)
                .set(PERSON.LOGIN, wanted.login)
                .set(PERSON.NAME, wanted.name)
                .set(PERSON.EXTENSION, wanted.extension)
                .set(PERSON.PASSWORD_HASH, encoder.encode(password))
                .set(PERSON.CREATED_AT, now)
                .returningResult(PERSON.ID)
                .fetchSingle()
                .value1();
        tx.insertInto(PERSON_ROLE)
                .set(PERSON_ROLE.PERSON_ID, id)
                .set(PERSON_ROLE.ROLE, PersonRoleRole.valueOf(wanted.role.name()))
                .execute();
    }

    /// 70 bits, in three groups that can be read out.
    private String password() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            text.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private void append(String lines) {
        try {
            Path file = passwordsFile.toAbsolutePath();
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, lines, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("writing the first passwords to " + passwordsFile, e);
        }
    }
}
