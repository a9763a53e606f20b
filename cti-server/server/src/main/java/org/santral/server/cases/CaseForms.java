package org.santral.server.cases;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.EnumType;
import org.jspecify.annotations.Nullable;
import org.santral.caller.CleanText;
import org.santral.server.people.PersonKeys;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonFields;
import org.santral.server.tables.enums.CustomerCasePriority;
import org.santral.server.tables.enums.CustomerCaseState;

/// What requests say of a case, checked: every fault is noted with its place, and nothing is done while there is one.
final class CaseForms {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_KEY = 128;

    private final DSLContext in;
    private final JsonFields fields;
    private final List<Fault> faults;

    CaseForms(DSLContext in, JsonFields fields, List<Fault> faults) {
        this.in = in;
        this.fields = fields;
        this.faults = faults;
    }

    /// A case to be.
    ///
    /// @param call in which it came up, null when in none
    record Opening(
            long customer,
            Category category,
            String title,
            String text,
            CustomerCasePriority priority,
            CaseView.@Nullable CallOf call,
            Wish more) {}

    /// Null when something is wrong.
    @Nullable
    Opening opening() {
        Long customer = fields.number("customer");
        if (customer == null) {
            needed("customer", "the id of the customer it is for");
        } else if (CaseTables.customer(in, customer).isEmpty()) {
            fault("customer", "unknown", "There is no customer " + customer + ".");
        }
        Category category = category();
        if (category == null && fields.number("category") == null) {
            needed("category", "the id of what it is about, from /api/case-categories");
        }
        String title = text("title", LONGEST_TITLE);
        if (title == null || title.isEmpty()) {
            needed("title", "what it is about, in a few words");
        }
        String text = text("text", LONGEST_TEXT);
        CustomerCasePriority priority = word("priority", CustomerCasePriority.class);
        CaseView.CallOf call = call("call");
        Wish more = new Wish(null, null, null, null, team(), person(), due(), null, false);
        fields.nothingElse();
        return faults.isEmpty() && customer != null && category != null && title != null
                ? new Opening(
                        customer,
                        category,
                        title,
                        text == null ? "" : text,
                        priority == null ? CustomerCasePriority.NORMAL : priority,
                        call,
                        more)
                : null;
    }

    Wish wish() {
        Category category = category();
        String title = text("title", LONGEST_TITLE);
        if (title != null && title.isEmpty()) {
            needed("title", "what it is about, in a few words, or leave it out");
        }
        String note = text("note", LONGEST_NOTE);
        Wish wish = new Wish(
                category,
                title,
                word("priority", CustomerCasePriority.class),
                word("state", CustomerCaseState.class),
                team(),
                person(),
                due(),
                note == null || note.isEmpty() ? null : note,
                fields.flag("answered", false));
        fields.nothingElse();
        return wish;
    }

    CaseView.@Nullable CallOf call() {
        String pbx = key(fields, "pbx");
        String id = key(fields, "id");
        fields.nothingElse();
        return pbx == null || id == null ? null : new CaseView.CallOf(pbx, id);
    }

    private CaseView.@Nullable CallOf call(String name) {
        JsonFields call = fields.object(name);
        if (call == null) {
            return null;
        }
        String pbx = key(call, "pbx");
        String id = key(call, "id");
        call.nothingElse();
        return pbx == null || id == null ? null : new CaseView.CallOf(pbx, id);
    }

    private @Nullable String key(JsonFields of, String name) {
        String key = of.text(name);
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            faults.add(new Fault(of.place(name), "invalid", "Write it as the history names the call."));
            return null;
        }
        return key;
    }

    private @Nullable Category category() {
        Long id = fields.number("category");
        if (id == null) {
            return null;
        }
        Category category = Definitions.category(in, (int) Math.clamp(id, 0, Integer.MAX_VALUE))
                .orElse(null);
        if (category == null) {
            fault("category", "unknown", "There is no category " + id + "; /api/case-categories lists them.");
        } else if (!category.active()) {
            fault("category", "inactive", "New cases cannot have the category " + category.name() + ".");
            return null;
        }
        return category;
    }

    private Wish.@Nullable Whom team() {
        if (!fields.names().contains("team")) {
            return null;
        }
        Long id = fields.number("team");
        if (id == null) {
            return new Wish.Whom(null, "");
        }
        Category.Team team =
                Definitions.team(in, (int) Math.clamp(id, 0, Integer.MAX_VALUE)).orElse(null);
        if (team == null) {
            fault("team", "unknown", "There is no team " + id + "; /api/teams lists them.");
            return null;
        }
        return new Wish.Whom(team.id(), team.name());
    }

    private Wish.@Nullable Whom person() {
        if (!fields.names().contains("person")) {
            return null;
        }
        String login = fields.text("person");
        if (login == null) {
            return new Wish.Whom(null, "");
        }
        Integer id = PersonKeys.of(in, login).orElse(null);
        if (id == null) {
            fault("person", "unknown", "Nobody works here under that login.");
            return null;
        }
        return new Wish.Whom(id, login);
    }

    private Wish.@Nullable Until due() {
        if (!fields.names().contains("dueAt")) {
            return null;
        }
        String text = fields.text("dueAt");
        if (text == null) {
            return new Wish.Until(null);
        }
        try {
            return new Wish.Until(Instant.parse(text));
        } catch (DateTimeParseException e) {
            fault("dueAt", "invalid", "Write a time as 2026-03-01T08:00:00Z.");
            return null;
        }
    }

    private @Nullable String text(String name, int longest) {
        String raw = fields.text(name);
        if (raw == null) {
            return null;
        }
        if (raw.codePointCount(0, raw.length()) > longest) {
            fault(name, "too-long", "Write at most " + longest + " characters.");
            return null;
        }
        return CleanText.text(raw);
    }

    private <E extends Enum<E> & EnumType> @Nullable E word(String name, Class<E> kind) {
        String raw = fields.text(name);
        if (raw == null) {
            return null;
        }
        for (E one : kind.getEnumConstants()) {
            if (one.getLiteral().equals(raw)) {
                return one;
            }
        }
        fault(
                name,
                "unknown",
                "Write one of "
                        + Arrays.stream(kind.getEnumConstants())
                                .map(EnumType::getLiteral)
                                .collect(Collectors.joining(", "))
                        + ".");
        return null;
    }

    private void needed(String name, String what) {
        fault(name, "missing", "Write " + what + ".");
    }

    private void fault(String name, String reason, String detail) {
        if (faults.stream().noneMatch(one -> one.field().equals(fields.place(name)))) {
            faults.add(new Fault(fields.place(name), reason, detail));
        }
    }
}
