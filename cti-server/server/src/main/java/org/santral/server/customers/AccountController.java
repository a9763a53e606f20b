package org.santral.server.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.rest.Paging;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What happened to customers and who did it: `/api/customers/changes`, `/api/customers/{id}/access`.
@RestController
@Tag(name = "customers", description = "People and companies, the record behind the card")
class AccountController {
    private static final int MOST = 1_000;

    private final Changes changes;
    private final AccessLog log;

    AccountController(Changes changes, AccessLog log) {
        this.changes = changes;
        this.log = log;
    }

    /// @param next for `after` of the next question, also when nothing is new
    record ChangePage(List<Changes.Change> changes, long next) {}

    /// @param next for `before` of the next page, null on the last one
    record AccessPage(
            List<AccessLog.Access> access, @Nullable Long next) {}

    @Operation(
            summary = "Everything that happened to customers, in order; deletions too",
            description =
                    "after is next of the answer before, 0 to begin. limit is 1 to 1000. A change is never told before one with a smaller seq.")
    @GetMapping(path = "/api/customers/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    ChangePage changes(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        List<Changes.Change> found = changes.after(after, Paging.limit(limit, MOST));
        return new ChangePage(found, found.isEmpty() ? after : found.getLast().seq());
    }

    @Operation(
            summary = "Who viewed, edited or exported a customer, newest first",
            description = "Names fields, never values. Also of customers that are gone. Managers and administrators.")
    @GetMapping(path = "/api/customers/{id}/access", produces = MediaType.APPLICATION_JSON_VALUE)
    AccessPage access(
            @PathVariable long id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long before) {
        List<AccessLog.Access> found = log.of(id, before, Paging.limit(limit, MOST) + 1);
        boolean more = found.size() > limit;
        List<AccessLog.Access> shown = more ? found.subList(0, limit) : found;
        return new AccessPage(shown, more ? shown.getLast().id() : null);
    }
}
