package org.santral.server.imports.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.customers.form.Texts;
import org.santral.server.imports.files.FileRow;
import org.santral.server.rest.Fault;

/// Makes a customer of a row. A value that is wrong is left out and told; only without a name, or with a fault that
/// belongs to no single value, the whole row is.
public final class RowForms {
    private static final int MOST_ROUNDS = 4;
    /// A row with more is no list's.
    private static final int MOST_WRONG = 400;
    private static final int LONGEST_SHOWN = 200;
    private static final char NO_LETTER = '\uFFFD';

    private final Mapping mapping;
    private final Columns columns;
    private final CustomerCheck check;

    public RowForms(Mapping mapping, CustomerCheck check) {
        this.mapping = mapping;
        this.columns = new Columns(mapping);
        this.check = check;
    }

    /// @param customer null when the whole row was refused
    /// @param form what it was made of
    /// @param employer name of the company they work for, null for none
    public record Read(
            FileRow row,
            @Nullable CheckedCustomer customer,
            CustomerForm form,
            @Nullable String employer,
            List<Wrong> wrong) {}

    /// @param column as the file names it
    /// @param value what stood there, cut
    /// @param reason one word
    public record Wrong(String column, String value, String reason, boolean wholeRow) {}

    public Read read(FileRow row) {
        List<Wrong> wrong = new ArrayList<>();
        Draft draft = new Draft(mapping, columns.addresses(), values(row, wrong));
        String trouble = row.trouble();
        if (trouble != null) {
            wrong.add(new Wrong("", "", trouble, true));
            return new Read(row, null, draft.form(), null, wrong);
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Fault> faults = new ArrayList<>();
            Draft.Value employer = draft.employer();
            String company = employer == null
                    ? null
                    : new Texts(faults).line("company", employer.text(), CustomerCheck.LONGEST_NAME);
            CustomerForm form = draft.form();
            if (company != null && "COMPANY".equals(form.kind())) {
                faults.add(new Fault("company", "not-for-companies", ""));
            }
            CustomerCheck.Result result = check.check(form);
            faults.addAll(result.faults());
            if (faults.isEmpty()) {
                return new Read(row, result.customer(), form, company, wrong);
            }
            Set<Draft.Value> left = new HashSet<>();
            for (Fault fault : faults) {
                Draft.Value value = draft.at(fault.field());
                if (value == null || isOfWholeRow(fault.field())) {
                    wrong.add(new Wrong(columnOf(fault.field(), value), text(value), fault.reason(), true));
                    return new Read(row, null, form, null, wrong);
                }
                if (left.add(value)) {
                    wrong.add(new Wrong(value.target().name(), text(value), fault.reason(), false));
                }
            }
            if (wrong.size() > MOST_WRONG) {
                wrong.clear();
                wrong.add(new Wrong("", "", "too-many", true));
                return new Read(row, null, draft.form(), null, wrong);
            }
            draft = draft.without(left);
        }
        wrong.add(new Wrong("", "", "invalid", true));
        return new Read(row, null, draft.form(), null, wrong);
    }

    private static boolean isOfWholeRow(String place) {
        return place.equals("name") || place.startsWith("source");
    }

    private static String text(Draft.@Nullable Value value) {
        return value == null ? "" : shown(value.text());
    }

    /// The column that a place of the form is read from, also when nothing stands in it.
    private String columnOf(String place, Draft.@Nullable Value value) {
        if (value != null) {
            return value.target().name();
        }
        return columns.targets().stream()
                .filter(target -> target.field() != null
                        && (target.field().word().equals(place)
                                || place.equals("name") && target.field() == Field.FIRST_NAME))
                .map(Columns.Target::name)
                .findFirst()
                .orElse(place);
    }

    private List<Draft.Value> values(FileRow row, List<Wrong> wrong) {
        List<Draft.Value> values = new ArrayList<>();
        for (Columns.Target target : columns.targets()) {
            String cell = target.column() < row.cells().size()
                    ? Cells.trimmed(row.cells().get(target.column()))
                    : "";
            if (cell.isEmpty()) {
                continue;
            }
            if (cell.indexOf(NO_LETTER) >= 0) {
                wrong.add(new Wrong(target.name(), shown(cell), "wrong-encoding", false));
                continue;
            }
            List<String> parts = parts(target.field(), Cells.plain(cell));
            for (int i = 0; i < parts.size(); i++) {
                if (target.field() == Field.DO_NOT_CALL && Cells.truth(parts.get(i)) == null) {
                    wrong.add(new Wrong(target.name(), shown(cell), "wrong-type", false));
                } else {
                    values.add(new Draft.Value(target, i, parts.get(i)));
                }
            }
        }
        return values;
    }

    private static List<String> parts(@Nullable Field field, String cell) {
        if (field == null) {
            return List.of(Cells.line(cell));
        }
        return switch (field) {
            case NUMBER -> Cells.numbers(cell);
            case MAIL -> Cells.mails(cell);
            case TAGS -> Cells.tags(cell);
            case CONSENTS, FIELDS -> Cells.lines(cell);
            case WARNING -> List.of(cell);
            default -> List.of(Cells.line(cell));
        };
    }

    /// For people and for the table: cut, and without what would steer a screen.
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_SHOWN - 1L)
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE
                        ? ' '
                        : c)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }
}
