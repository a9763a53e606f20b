package org.santral.server.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.santral.caller.CleanText;
import org.santral.server.people.PersonKeys;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.JsonFields;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CaseCategoryKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/teams` and `/api/case-categories`: read by everybody, written by managers and administrators.
@RestController
@Tag(name = "definitions", description = "What managers and administrators define for all customers")
class DefinitionsController {
    private static final int LONGEST_NAME = 64;
    private static final int MOST_MINUTES = 60 * 24 * 366;

    private final DSLContext sql;

    DefinitionsController(DSLContext sql) {
        this.sql = sql;
    }

    /// @param firstAnswerMinutes null when nothing is promised
    record CategoryView(
            int id,
            String name,
            CaseCategoryKind kind,
            Category.@Nullable Team team,
            Category.@Nullable Team escalationTeam,
            @Nullable Long firstAnswerMinutes,
            @Nullable Long solutionMinutes,
            boolean active) {
        static CategoryView of(Category category) {
            return new CategoryView(
                    category.id(),
                    category.name(),
                    category.kind(),
                    category.team(),
                    category.escalationTeam(),
                    minutes(category.firstAnswer()),
                    minutes(category.solution()),
                    category.active());
        }

        private static @Nullable Long minutes(@Nullable Duration time) {
            return time == null ? null : time.toMinutes();
        }
    }

    @Operation(summary = "All categories of cases")
    @GetMapping("/api/case-categories")
    List<CategoryView> categories() {
        return Definitions.categories(sql).stream().map(CategoryView::of).toList();
    }

    @Operation(summary = "Define a category", description = "Minutes count from the opening; null promises nothing.")
    @PostMapping("/api/case-categories")
    ResponseEntity<CategoryView> addCategory(HttpServletRequest request) throws IOException {
        Definitions.CategoryForm form = form(request);
        int id = written(in -> Definitions.add(in, form));
        return ResponseEntity.status(HttpStatus.CREATED).body(category(id));
    }

    @Operation(summary = "Change a category", description = "Cases that are open keep their times.")
    @PutMapping("/api/case-categories/{id}")
    CategoryView changeCategory(@PathVariable int id, HttpServletRequest request) throws IOException {
        category(id);
        Definitions.CategoryForm form = form(request);
        written(in -> Definitions.change(in, id, form));
        return category(id);
    }

    private CategoryView category(int id) {
        return Definitions.category(sql, id)
                .map(CategoryView::of)
                .orElseThrow(() -> Refusal.notFound("There is no category " + id + "."));
    }

    private Definitions.CategoryForm form(HttpServletRequest request) throws IOException {
        List<Fault> faults = new ArrayList<>();
        JsonFields fields = JsonFields.of(JsonBody.of(request), faults);
        String name = name(fields, faults);
        String kind = fields.text("kind");
        if (kind != null && !kind.equals("REQUEST") && !kind.equals("COMPLAINT")) {
            faults.add(new Fault("kind", "unknown", "Write REQUEST or COMPLAINT."));
        }
        Definitions.CategoryForm form = new Definitions.CategoryForm(
                name,
                "COMPLAINT".equals(kind) ? CaseCategoryKind.COMPLAINT : CaseCategoryKind.REQUEST,
                team(fields, "team", faults),
                team(fields, "escalationTeam", faults),
                minutes(fields, "firstAnswerMinutes", faults),
                minutes(fields, "solutionMinutes", faults),
                fields.flag("active", true));
        fields.nothingElse();
        refuse(faults);
        return form;
    }

    private @Nullable Integer team(JsonFields fields, String field, List<Fault> faults) {
        Long id = fields.number(field);
        if (id == null) {
            return null;
        }
        int team = (int) Math.clamp(id, 0, Integer.MAX_VALUE);
        if (Definitions.team(sql, team).isEmpty()) {
            faults.add(new Fault(field, "unknown", "There is no team " + id + "; /api/teams lists them."));
        }
        return team;
    }

    private static @Nullable Integer minutes(JsonFields fields, String field, List<Fault> faults) {
        Long minutes = fields.number(field);
        if (minutes == null) {
            return null;
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            faults.add(new Fault(field, "out-of-range", "Write 1 to " + MOST_MINUTES + " minutes, or null."));
        }
        return (int) Math.clamp(minutes, 1, MOST_MINUTES);
    }

    @Operation(summary = "All teams with their people")
    @GetMapping("/api/teams")
    List<Definitions.TeamView> teams() {
        return Definitions.teams(sql);
    }

    /// A team as it is to be.
    private record TeamForm(String name, List<Integer> people) {}

    @Operation(summary = "Make a team")
    @PostMapping("/api/teams")
    ResponseEntity<Definitions.TeamView> addTeam(HttpServletRequest request) throws IOException {
        TeamForm form = teamForm(request);
        int id = written(in -> Definitions.addTeam(in, form.name, form.people));
        return ResponseEntity.status(HttpStatus.CREATED).body(team(id));
    }

    @Operation(summary = "Change a team")
    @PutMapping("/api/teams/{id}")
    Definitions.TeamView changeTeam(@PathVariable int id, HttpServletRequest request) throws IOException {
        team(id);
        TeamForm form = teamForm(request);
        written(in -> Definitions.changeTeam(in, id, form.name, form.people));
        return team(id);
    }

    private Definitions.TeamView team(int id) {
        return Definitions.teams(sql).stream()
                .filter(team -> team.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no team " + id + "."));
    }

    private TeamForm teamForm(HttpServletRequest request) throws IOException {
        List<Fault> faults = new ArrayList<>();
        JsonFields fields = JsonFields.of(JsonBody.of(request), faults);
        String name = name(fields, faults);
        Set<Integer> people = new HashSet<>();
        List<String> logins = fields.texts("people");
        for (int i = 0; i < logins.size(); i++) {
            String place = "people[" + i + "]";
            PersonKeys.of(sql, logins.get(i))
                    .ifPresentOrElse(
                            people::add,
                            () -> faults.add(new Fault(place, "unknown", "Nobody works here under that login.")));
        }
        fields.nothingElse();
        refuse(faults);
        return new TeamForm(name, List.copyOf(people));
    }

    private static String name(JsonFields fields, List<Fault> faults) {
        String raw = fields.text("name");
        String name = raw == null ? "" : CleanText.text(raw).replace('\n', ' ');
        if (name.isEmpty()) {
            faults.add(new Fault("name", "missing", "Write a name."));
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add(new Fault("name", "too-long", "Write at most " + LONGEST_NAME + " characters."));
        }
        return name;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
    }

    private <T> T written(Function<DSLContext, T> work) {
        try {
            return sql.transactionResult(inside -> work.apply(inside.dsl()));
        } catch (IntegrityConstraintViolationException e) {
            throw Refusal.of(List.of(new Fault("name", "taken", "There is one of this name already.")));
        }
    }
}
