package org.santral.server.customers.definitions;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.Texts;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.JsonFields;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CustomerFieldKind;

/// What somebody defines, as it came and as it is taken.
final class DefinitionBody {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");
    private static final int LONGEST = 64;
    private static final int MOST_CHOICES = 100;

    private final List<Fault> faults = new ArrayList<>();
    private final Texts texts = new Texts(faults);
    private final JsonFields json;

    private DefinitionBody(JsonBody body) {
        json = JsonFields.of(body, faults);
    }

    static DefinitionBody of(HttpServletRequest request) throws IOException {
        return new DefinitionBody(JsonBody.of(request));
    }

    DefinitionTables.Segment segment(int id) {
        String name = texts.needed("name", json.text("name"), LONGEST);
        int standing = small("standing");
        json.nothingElse("id");
        return new DefinitionTables.Segment(id, whole(name), standing);
    }

    DefinitionTables.Tag tag(int id) {
        String name = texts.needed("name", json.text("name"), LONGEST);
        json.nothingElse("id");
        return new DefinitionTables.Tag(id, whole(name));
    }

    DefinitionTables.Field field(int id) {
        String name = texts.needed("name", json.text("name"), LONGEST);
        if (name != null && !NAME.matcher(name).matches()) {
            fault("name", "invalid", "Write a word as contractNumber: letters, digits and _ of ASCII.");
        }
        String label = texts.needed("label", json.text("label"), 128);
        CustomerFieldKind kind = kind(json.text("kind"));
        List<String> choices = choices(json.texts("choices"), kind);
        int position = small("position");
        json.nothingElse("id");
        return new DefinitionTables.Field(
                id, whole(name), whole(label), kind == null ? CustomerFieldKind.TEXT : kind, choices, position);
    }

    private @Nullable CustomerFieldKind kind(@Nullable String word) {
        for (CustomerFieldKind kind : CustomerFieldKind.values()) {
            if (kind.getLiteral().equals(word)) {
                return kind;
            }
        }
        fault("kind", word == null ? "missing" : "unknown", "Write TEXT, NUMBER, DATE, YES_NO or CHOICE.");
        return null;
    }

    private List<String> choices(List<String> given, @Nullable CustomerFieldKind kind) {
        List<String> choices = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String choice = texts.line("choices[" + i + "]", given.get(i), LONGEST);
            if (choice != null && !choices.contains(choice)) {
                choices.add(choice);
            }
        }
        if (given.size() > MOST_CHOICES) {
            fault("choices", "too-many", "Write at most " + MOST_CHOICES + ".");
        } else if (kind == CustomerFieldKind.CHOICE && choices.isEmpty()) {
            fault("choices", "missing", "Write at least one.");
        } else if (kind != CustomerFieldKind.CHOICE && !choices.isEmpty()) {
            fault("choices", "not-for-this-kind", "Only a CHOICE has choices; leave them out.");
        }
        return List.copyOf(choices);
    }

    private int small(String name) {
        Long number = json.number(name);
        if (number != null && (number < 0 || number > 1_000)) {
            fault(name, "out-of-range", "Write a number from 0 to 1000.");
            return 0;
        }
        return number == null ? 0 : number.intValue();
    }

    private void fault(String place, String reason, String detail) {
        faults.add(new Fault(place, reason, detail));
    }

    /// To be asked last: refuses with everything that was found.
    private String whole(@Nullable String text) {
        if (text == null || !faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return text;
    }
}
