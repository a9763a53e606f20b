package org.santral.server.cases;

import static org.santral.server.tables.Tables.CASE_CATEGORY;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.TEAM;
import static org.santral.server.tables.Tables.TEAM_PERSON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CaseCategoryKind;
import org.santral.server.tables.tables.Team;

/// Teams and categories, as administrators and managers define them.
final class Definitions {
    private static final Team ITS = TEAM.as("its_team");
    private static final Team ESCALATION = TEAM.as("escalation_team");

    private Definitions() {}

    /// @param people logins
    record TeamView(int id, String name, List<String> people) {}

    /// What a category is to be.
    record CategoryForm(
            String name,
            CaseCategoryKind kind,
            @Nullable Integer team,
            @Nullable Integer escalationTeam,
            @Nullable Integer firstAnswerMinutes,
            @Nullable Integer solutionMinutes,
            boolean active) {}

    static Optional<Category> category(DSLContext in, int id) {
        return categories(in, CASE_CATEGORY.ID.eq(id)).stream().findFirst();
    }

    static List<Category> categories(DSLContext in) {
        return categories(in, DSL.noCondition());
    }

    private static List<Category> categories(DSLContext in, Condition which) {
        return in.select(CASE_CATEGORY.fields())
                .select(ITS.ID, ITS.NAME, ESCALATION.ID, ESCALATION.NAME)
                .from(CASE_CATEGORY)
                .leftJoin(ITS)
                .on(ITS.ID.eq(CASE_CATEGORY.TEAM_ID))
                .leftJoin(ESCALATION)
                .on(ESCALATION.ID.eq(CASE_CATEGORY.ESCALATION_TEAM_ID))
                .where(which)
                .orderBy(CASE_CATEGORY.NAME)
                .fetch(Definitions::category);
    }

    private static Category category(Record row) {
        return new Category(
                row.get(CASE_CATEGORY.ID),
                row.get(CASE_CATEGORY.NAME),
                row.get(CASE_CATEGORY.KIND),
                team(row, ITS),
                team(row, ESCALATION),
                minutes(row.get(CASE_CATEGORY.FIRST_ANSWER_MINUTES)),
                minutes(row.get(CASE_CATEGORY.SOLUTION_MINUTES)),
                row.get(CASE_CATEGORY.ACTIVE) != 0);
    }

    private static Category.@Nullable Team team(Record row, Team which) {
        Integer id = row.get(which.ID);
        return id == null ? null : new Category.Team(id, row.get(which.NAME));
    }

    private static @Nullable Duration minutes(@Nullable Integer minutes) {
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    static int add(DSLContext in, CategoryForm form) {
        return Objects.requireNonNull(
                in.insertInto(CASE_CATEGORY)
                        .set(fields(form))
                        .returning(CASE_CATEGORY.ID)
                        .fetchSingle()
                        .getId(),
                "the database gives every category an id");
    }

    static boolean change(DSLContext in, int id, CategoryForm form) {
        return in.update(CASE_CATEGORY)
                        .set(fields(form))
                        .where(CASE_CATEGORY.ID.eq(id))
                        .execute()
                > 0;
    }

    private static Map<?, ?> fields(CategoryForm form) {
        Map<Object, Object> fields = new LinkedHashMap<>();
        fields.put(CASE_CATEGORY.NAME, form.name());
        fields.put(CASE_CATEGORY.KIND, form.kind());
        fields.put(CASE_CATEGORY.TEAM_ID, form.team());
        fields.put(CASE_CATEGORY.ESCALATION_TEAM_ID, form.escalationTeam());
        fields.put(CASE_CATEGORY.FIRST_ANSWER_MINUTES, form.firstAnswerMinutes());
        fields.put(CASE_CATEGORY.SOLUTION_MINUTES, form.solutionMinutes());
        fields.put(CASE_CATEGORY.ACTIVE, (byte) (form.active() ? 1 : 0));
        return fields;
    }

    static List<TeamView> teams(DSLContext in) {
        Map<Integer, TeamView> teams = new LinkedHashMap<>();
        in.select(TEAM.ID, TEAM.NAME, PERSON.LOGIN)
                .from(TEAM)
                .leftJoin(TEAM_PERSON)
                .on(TEAM_PERSON.TEAM_ID.eq(TEAM.ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(TEAM_PERSON.PERSON_ID))
                .orderBy(TEAM.NAME, PERSON.LOGIN)
                .forEach(row -> {
                    TeamView team = teams.computeIfAbsent(
                            row.value1(), id -> new TeamView(id, row.value2(), new ArrayList<>()));
                    if (row.value3() != null) {
                        team.people().add(row.value3());
                    }
                });
        return List.copyOf(teams.values());
    }

    static Optional<Category.Team> team(DSLContext in, int id) {
        return in.select(TEAM.ID, TEAM.NAME)
                .from(TEAM)
                .where(TEAM.ID.eq(id))
                .fetchOptional(row -> new Category.Team(row.value1(), row.value2()));
    }

    static int addTeam(DSLContext in, String name, List<Integer> people) {
        int id = Objects.requireNonNull(
                in.insertInto(TEAM)
                        .set(TEAM.NAME, name)
                        .returning(TEAM.ID)
                        .fetchSingle()
                        .getId(),
                "the database gives every team an id");
        fill(in, id, people);
        return id;
    }

    static boolean changeTeam(DSLContext in, int id, String name, List<Integer> people) {
        if (team(in, id).isEmpty()) {
            return false;
        }
        in.update(TEAM).set(TEAM.NAME, name).where(TEAM.ID.eq(id)).execute();
        in.deleteFrom(TEAM_PERSON).where(TEAM_PERSON.TEAM_ID.eq(id)).execute();
        fill(in, id, people);
        return true;
    }

    private static void fill(DSLContext in, int team, List<Integer> people) {
        for (int person : people) {
            in.insertInto(TEAM_PERSON)
                    .set(TEAM_PERSON.TEAM_ID, team)
                    .set(TEAM_PERSON.PERSON_ID, person)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }
}
