package org.santral.server.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.Texts;
import org.santral.server.imports.files.Encodings;
import org.santral.server.imports.files.RowReader;
import org.santral.server.imports.mapping.Field;
import org.santral.server.imports.mapping.Mapping;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.JsonFields;
import org.santral.server.rest.Refusal;

/// How somebody wants a file to be read, as REST says it.
final class MappingBody {
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MOST_SHEETS = 1_000;
    private static final int LONGEST_LABEL = 32;

    private final List<Fault> faults = new ArrayList<>();
    private final JsonFields json;
    private final Set<String> own;

    private MappingBody(JsonBody body, Set<String> own) {
        this.json = JsonFields.of(body, faults);
        this.own = own;
    }

    /// @param own names of the fields that administrators defined
    /// @throws Refusal with every fault
    static Preview.Wanted read(JsonBody body, Set<String> own) {
        return new MappingBody(body, own).wanted();
    }

    static String encoding(String name) {
        for (String known : Encodings.NAMES) {
            if (known.equalsIgnoreCase(name)) {
                return known;
            }
        }
        throw Refusal.of(List.of(unknownEncoding()));
    }

    private static Fault unknownEncoding() {
        return new Fault("encoding", "unknown", "Write one of " + String.join(", ", Encodings.NAMES) + ".");
    }

    private Preview.Wanted wanted() {
        String encoding = json.text("encoding");
        if (encoding != null && Encodings.NAMES.stream().noneMatch(encoding::equalsIgnoreCase)) {
            faults.add(unknownEncoding());
        }
        String delimiter = json.text("delimiter");
        if (delimiter != null && (delimiter.length() != 1 || "\"\r\n".contains(delimiter))) {
            faults.add(new Fault("delimiter", "invalid", "Write one character, as ; or a tab."));
        }
        Long sheet = json.number("sheet");
        if (sheet != null && (sheet < 0 || sheet >= MOST_SHEETS)) {
            faults.add(new Fault("sheet", "out-of-range", "Write which sheet it is, from 0."));
        }
        String kind = json.text("kind");
        if (kind != null && !kind.equals("PERSON") && !kind.equals("COMPANY")) {
            faults.add(new Fault("kind", "unknown", "Write PERSON or COMPANY."));
        }
        String source = json.text("source");
        if (source != null && !SOURCE.matcher(source).matches()) {
            faults.add(new Fault("source", "invalid", "Write 1 to 64 letters, digits, dots, - and _ of ASCII."));
        }
        Boolean header = json.flag("header");
        List<Mapping.Column> columns = json.names().contains("columns") ? columns() : null;
        json.nothingElse();
        sourceAndKey(source, columns);
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return new Preview.Wanted(
                encoding == null ? null : encoding(encoding),
                delimiter,
                header,
                sheet == null ? 0 : sheet.intValue(),
                kind == null ? "PERSON" : kind.toUpperCase(Locale.ROOT),
                source,
                columns);
    }

    private void sourceAndKey(@Nullable String source, @Nullable List<Mapping.Column> columns) {
        boolean hasKey = columns != null
                && columns.stream().anyMatch(column -> column.field().equals(Field.SOURCE_KEY.word()));
        boolean hasSource = columns != null
                && columns.stream().anyMatch(column -> column.field().equals(Field.SOURCE.word()));
        if (hasKey && source == null && !hasSource) {
            faults.add(new Fault("source", "missing", "Say who gives the keys, as crm, or map no column to them."));
        } else if (!hasKey && source != null) {
            faults.add(new Fault("columns", "missing", "Map the column that holds the keys to sourceKey."));
        }
    }

    private List<Mapping.Column> columns() {
        List<Mapping.Column> columns = json.objects("columns", this::column);
        if (columns.size() > RowReader.MOST_COLUMNS) {
            faults.add(new Fault("columns", "too-many", "A file has at most " + RowReader.MOST_COLUMNS + "."));
        }
        return columns;
    }

    private Mapping.Column column(JsonFields column, String place) {
        String field = column.text("field");
        if (field != null && !field.isEmpty() && !isKnown(field)) {
            faults.add(
                    new Fault(place + ".field", "unknown", "There is no such field; leave it empty to leave it out."));
        }
        String label = new Texts(faults).lineOrEmpty(place + ".label", column.text("label"), LONGEST_LABEL);
        column.nothingElse("name");
        return new Mapping.Column("", field == null ? "" : field, label);
    }

    private boolean isKnown(String field) {
        return Field.of(field) != null
                || field.startsWith(Field.OWN) && own.contains(field.substring(Field.OWN.length()));
    }
}
