package org.santral.server.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.santral.server.rest.DueCursor;
import org.santral.server.rest.Fault;
import org.santral.server.rest.Idempotency;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.JsonFields;
import org.santral.server.rest.Paging;
import org.santral.server.rest.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `/api/cases`: what customers asked for or complained about.
@RestController
@Tag(name = "cases", description = "Requests and complaints of customers")
@RequestMapping("/api/cases")
class CaseController {
    private static final int MOST = 200;

    private final Cases cases;
    private final Idempotency idempotency;
    private final JsonMapper json;

    CaseController(Cases cases, Idempotency idempotency, JsonMapper json) {
        this.cases = cases;
        this.idempotency = idempotency;
        this.json = json;
    }

    /// Which cases a page asks for.
    enum View {
        /// The asker is in charge, and they are open.
        MINE,
        /// A team of the asker's looks after them, and they are open.
        TEAM,
        OVERDUE,
        OPEN,
        ALL
    }

    @Operation(
            summary = "Cases, what is due first stands first",
            description = "view: mine, team, overdue, open or all.")
    @GetMapping
    CaseView.Page page(
            Principal principal,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        View which = view(view);
        return cases.page(
                new CaseQueries.Which(
                        which == View.MINE ? principal.getName() : null,
                        which == View.TEAM ? principal.getName() : null,
                        customer,
                        which != View.ALL,
                        which == View.OVERDUE),
                DueCursor.parse(after),
                Paging.limit(limit, MOST));
    }

    private static View view(String word) {
        try {
            return View.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.ofParameter("view", "unknown", "Write mine, team, overdue, open or all.");
        }
    }

    @Operation(
            summary = "Open a case",
            description = "Its category says which team gets it and until when it is due. Honours Idempotency-Key.")
    @PostMapping
    ResponseEntity<String> open(
            Principal principal,
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        JsonBody body = JsonBody.of(request);
        return idempotency
                .once(new Idempotency.Asked(principal.getName(), key, "POST", "/api/cases", body), in -> {
                    List<Fault> faults = new ArrayList<>();
                    CaseForms.Opening form = new CaseForms(in, JsonFields.of(body, faults), faults).opening();
                    if (form == null) {
                        throw Refusal.of(faults);
                    }
                    CaseView.Whole made = cases.open(in, form, principal.getName());
                    return new Idempotency.Answered(
                            201, "/api/cases/" + made.whole().id(), json.writeValueAsString(made));
                })
                .response();
    }

    @Operation(summary = "One case with its steps and calls")
    @GetMapping("/{id}")
    ResponseEntity<CaseView.Whole> read(@PathVariable long id) {
        return answer(cases.read(id).orElseThrow(() -> Refusal.notFound("There is no case " + id + ".")));
    }

    @Operation(
            summary = "Change a case",
            description = "Only what is sent changes; null takes away. 409 names the states that may follow.")
    @PatchMapping("/{id}")
    ResponseEntity<CaseView.Whole> change(
            Principal principal,
            @PathVariable long id,
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match)
            throws IOException {
        Integer version = Paging.version(match);
        JsonBody body = JsonBody.of(request);
        List<Fault> faults = new ArrayList<>();
        return answer(cases.sql().transactionResult(inside -> {
            Wish wish = new CaseForms(inside.dsl(), JsonFields.of(body, faults), faults).wish();
            if (!faults.isEmpty()) {
                throw Refusal.of(faults);
            }
            return cases.change(inside.dsl(), id, version, wish, principal.getName());
        }));
    }

    /// A call belongs to this case: once, however often it is said.
    @Operation(summary = "Let a call belong to a case", description = "The same call again changes nothing.")
    @PostMapping("/{id}/calls")
    ResponseEntity<CaseView.Whole> call(Principal principal, @PathVariable long id, HttpServletRequest request)
            throws IOException {
        List<Fault> faults = new ArrayList<>();
        CaseView.CallOf call = new CaseForms(cases.sql(), JsonFields.of(JsonBody.of(request), faults), faults).call();
        if (call == null || !faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return answer(cases.addCall(id, call, principal.getName()));
    }

    @Operation(
            summary = "Take a call out of a case",
            description = "Where it was added by mistake. A call that does not belong to it changes nothing.")
    @DeleteMapping("/{id}/calls/{pbx}/{call}")
    ResponseEntity<CaseView.Whole> noCall(
            Principal principal, @PathVariable long id, @PathVariable String pbx, @PathVariable String call) {
        return answer(cases.removeCall(id, new CaseView.CallOf(pbx, call), principal.getName()));
    }

    private static ResponseEntity<CaseView.Whole> answer(CaseView.Whole whole) {
        return ResponseEntity.ok().eTag(Paging.etag(whole.whole().version())).body(whole);
    }
}
