package org.santral.server.callbacks;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.caller.CleanText;
import org.santral.server.people.PersonKeys;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonFields;
import org.santral.server.tables.enums.CallBackState;

/// What requests say of a promise, checked: every fault is noted with its place.
final class CallBackForms {
    private static final int LONGEST_REMARK = 500;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_KEY = 128;

    private final DSLContext in;
    private final JsonFields fields;
    private final List<Fault> faults;

    CallBackForms(DSLContext in, JsonFields fields, List<Fault> faults) {
        this.in = in;
        this.fields = fields;
        this.faults = faults;
    }

    /// Null when something is wrong.
    CallBacks.@Nullable Promise promise() {
        Long customer = fields.number("customer");
        if (customer != null && !CallBacks.isCustomer(in, customer)) {
            fault("customer", "unknown", "There is no customer " + customer + ".");
        }
        String number = fields.text("number");
        if (number == null || CleanText.number(number).isEmpty()) {
            fault("number", "missing", "Write the number to call.");
        } else if (number.length() > LONGEST_NUMBER) {
            fault("number", "too-long", "Write at most " + LONGEST_NUMBER + " characters.");
        }
        Instant due = time();
        if (due == null && fields.text("dueAt") == null) {
            fault("dueAt", "missing", "Write when, as 2026-03-01T08:00:00Z.");
        }
        CallBacks.Wish.Whom person = person();
        String remark = remark();
        JsonFields call = fields.object("call");
        String pbx = call == null ? null : key(call, "pbx");
        String id = call == null ? null : key(call, "id");
        if (call != null) {
            call.nothingElse();
        }
        fields.nothingElse();
        return faults.isEmpty() && number != null && due != null
                ? new CallBacks.Promise(
                        customer,
                        CleanText.number(number),
                        due,
                        person == null ? null : person.id(),
                        remark == null ? "" : remark,
                        pbx,
                        id)
                : null;
    }

    CallBacks.Wish wish() {
        String state = fields.text("state");
        CallBacks.Wish wish = new CallBacks.Wish(time(), person(), remark(), state == null ? null : state(state));
        fields.nothingElse();
        return wish;
    }

    private @Nullable CallBackState state(String word) {
        for (CallBackState state : CallBackState.values()) {
            if (state.getLiteral().equals(word)) {
                return state;
            }
        }
        fault("state", "unknown", "Write OPEN, DONE or CANCELLED.");
        return null;
    }

    private CallBacks.Wish.@Nullable Whom person() {
        if (!fields.names().contains("person")) {
            return null;
        }
        String login = fields.text("person");
        if (login == null) {
            return new CallBacks.Wish.Whom(null);
        }
        Integer id = PersonKeys.of(in, login).orElse(null);
        if (id == null) {
            fault("person", "unknown", "Nobody works here under that login.");
            return null;
        }
        return new CallBacks.Wish.Whom(id);
    }

    private @Nullable Instant time() {
        String text = fields.text("dueAt");
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            fault("dueAt", "invalid", "Write a time as 2026-03-01T08:00:00Z.");
            return null;
        }
    }

    private @Nullable String remark() {
        String raw = fields.text("remark");
        if (raw == null) {
            return null;
        }
        if (raw.codePointCount(0, raw.length()) > LONGEST_REMARK) {
            fault("remark", "too-long", "Write at most " + LONGEST_REMARK + " characters.");
            return null;
        }
        return CleanText.text(raw);
    }

    private @Nullable String key(JsonFields of, String name) {
        String key = of.text(name);
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            faults.add(new Fault(of.place(name), "invalid", "Write it as the history names the call."));
            return null;
        }
        return key;
    }

    private void fault(String name, String reason, String detail) {
        faults.add(new Fault(fields.place(name), reason, detail));
    }
}
