package org.santral.server.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.JsonFields;
import org.santral.server.rest.Refusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /api/customers/{id}/merge` and `POST /api/merges/{id}/undo`.
@RestController
@Tag(name = "customers", description = "People and companies, the record behind the card")
class MergeController {
    private final Merges merges;
    private final CustomerRows rows;

    MergeController(Merges merges, DSLContext sql, PhoneNumbers numbers) {
        this.merges = merges;
        this.rows = new CustomerRows(sql, numbers);
    }

    /// @param merge by which it can be undone
    record Merged(long merge, FullCustomer customer) {}

    @Operation(
            summary = "Let another customer turn out to be this one",
            description = "Nothing is moved: all of both is shown here, and it can be undone.")
    @PostMapping("/api/customers/{id}/merge")
    Merged merge(Principal principal, @PathVariable long id, HttpServletRequest request) throws IOException {
        List<Fault> faults = new ArrayList<>();
        JsonFields body = JsonFields.of(JsonBody.of(request), faults);
        Long loser = body.number("loser");
        if (loser == null && faults.isEmpty()) {
            faults.add(new Fault("loser", "missing", "Write the id of the customer that turned out to be this one."));
        }
        List<String> fields = body.texts("fields");
        for (int i = 0; i < fields.size(); i++) {
            if (!Merges.mayBeTaken().contains(fields.get(i))) {
                faults.add(new Fault(
                        "fields[" + i + "]",
                        "unknown",
                        "Write one of " + String.join(", ", Merges.mayBeTaken()) + "; the rest is shown of both."));
            }
        }
        body.nothingElse();
        if (!faults.isEmpty() || loser == null) {
            throw Refusal.of(faults);
        }
        long merge = merges.merge(id, loser, fields.stream().distinct().toList(), principal.getName());
        return new Merged(merge, customer(id));
    }

    @Operation(summary = "Undo a merge", description = "What was changed since stays.")
    @PostMapping("/api/merges/{id}/undo")
    FullCustomer undo(Principal principal, @PathVariable long id) {
        return customer(merges.undo(id, principal.getName()));
    }

    private FullCustomer customer(long id) {
        return rows.full(id).orElseThrow(() -> CustomerStore.noCustomer(id));
    }
}
