package org.santral.server.callbacks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `/api/call-backs`: whom we promised to call.
@RestController
@Tag(name = "call-backs", description = "Whom we promised to call")
@RequestMapping("/api/call-backs")
class CallBackController {
    private static final int MOST = 200;

    private final CallBacks callBacks;
    private final Idempotency idempotency;
    private final JsonMapper json;

    CallBackController(CallBacks callBacks, Idempotency idempotency, JsonMapper json) {
        this.callBacks = callBacks;
        this.idempotency = idempotency;
        this.json = json;
    }

    /// @param view `mine`: the asker is to call; `open`: nobody has yet; `all`
    @Operation(summary = "Promises, what is due first stands first", description = "view: mine, open or all.")
    @GetMapping
    CallBackView.Page page(
            Principal principal,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        if (!List.of("mine", "open", "all").contains(view)) {
            throw Refusal.ofParameter("view", "unknown", "Write mine, open or all.");
        }
        return callBacks.page(
                new CallBacks.Which(view.equals("mine") ? principal.getName() : null, customer, !view.equals("all")),
                DueCursor.parse(after),
                Paging.limit(limit, MOST));
    }

    @Operation(summary = "Promise to call back", description = "Honours Idempotency-Key.")
    @PostMapping
    ResponseEntity<String> promise(
            Principal principal,
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        JsonBody body = JsonBody.of(request);
        return idempotency
                .once(new Idempotency.Asked(principal.getName(), key, "POST", "/api/call-backs", body), in -> {
                    List<Fault> faults = new ArrayList<>();
                    CallBacks.Promise promise = new CallBackForms(in, JsonFields.of(body, faults), faults).promise();
                    if (promise == null) {
                        throw Refusal.of(faults);
                    }
                    CallBackView made = callBacks.promise(in, promise, principal.getName());
                    return new Idempotency.Answered(201, "/api/call-backs/" + made.id(), json.writeValueAsString(made));
                })
                .response();
    }

    @Operation(summary = "One promise")
    @GetMapping("/{id}")
    ResponseEntity<CallBackView> read(@PathVariable long id) {
        return answer(callBacks
                .read(callBacks.sql(), id)
                .orElseThrow(() -> Refusal.notFound("There is no call-back " + id + ".")));
    }

    @Operation(summary = "Move, keep or call off a promise", description = "state: OPEN, DONE or CANCELLED.")
    @PatchMapping("/{id}")
    ResponseEntity<CallBackView> change(
            Principal principal,
            @PathVariable long id,
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match)
            throws IOException {
        Integer version = Paging.version(match);
        JsonBody body = JsonBody.of(request);
        List<Fault> faults = new ArrayList<>();
        return answer(callBacks.sql().transactionResult(inside -> {
            CallBacks.Wish wish = new CallBackForms(inside.dsl(), JsonFields.of(body, faults), faults).wish();
            if (!faults.isEmpty()) {
                throw Refusal.of(faults);
            }
            return callBacks.change(inside.dsl(), id, version, wish, principal.getName());
        }));
    }

    private static ResponseEntity<CallBackView> answer(CallBackView view) {
        return ResponseEntity.ok().eTag(Paging.etag(view.version())).body(view);
    }
}
