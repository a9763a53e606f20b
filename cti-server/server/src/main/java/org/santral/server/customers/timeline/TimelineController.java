package org.santral.server.customers.timeline;

import static org.santral.server.tables.Tables.CUSTOMER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.customers.form.Texts;
import org.santral.server.people.People;
import org.santral.server.people.Person;
import org.santral.server.rest.Fault;
import org.santral.server.rest.Idempotency;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.JsonFields;
import org.santral.server.rest.Paging;
import org.santral.server.rest.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/// `GET /api/customers/{id}/timeline`, `POST /api/customers/{id}/notes`.
@RestController
@Tag(name = "customers", description = "People and companies, the record behind the card")
@RequestMapping(path = "/api/customers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class TimelineController {
    private static final int MOST = 100;

    /// What a note is written as.
    record NoteText(String text) {}

    private final DSLContext sql;
    private final Timeline timeline;
    private final Notes notes;
    private final Idempotency idempotency;
    private final People people;
    private final AccessLog log;
    private final JsonMapper json;

    TimelineController(
            DSLContext sql,
            Timeline timeline,
            Notes notes,
            Idempotency idempotency,
            People people,
            AccessLog log,
            JsonMapper json) {
        this.sql = sql;
        this.timeline = timeline;
        this.notes = notes;
        this.idempotency = idempotency;
        this.people = people;
        this.log = log;
        this.json = json;
    }

    @Operation(
            summary = "A customer's whole history, newest first: calls, notes and what else there is",
            description =
                    "Each entry has kind, at and id; a call has call, a note by and text. The same for everybody. limit is 1 to 100.")
    @GetMapping("/timeline")
    Timeline.Page timeline(
            Principal principal,
            @PathVariable long id,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String before) {
        Paging.limit(limit, MOST);
        known(sql, id);
        log.viewed(principal.getName(), id);
        try {
            return timeline.of(id, person(principal), before, limit);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Paging.noCursor("before");
        }
    }

    @Operation(
            summary = "Write a note",
            description = "At most 2000 characters; several lines are possible. Idempotency-Key as with customers.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Notes.Note.class)))
    @PostMapping(path = "/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NoteText.class)))
    ResponseEntity<String> note(
            Principal principal,
            @PathVariable long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.of(request);
        Person by = person(principal);
        String text = text(body);
        Idempotency.Answered answered = idempotency.once(
                new Idempotency.Asked(by.login(), key, request.getMethod(), request.getRequestURI(), body), in -> {
                    known(in, id);
                    return new Idempotency.Answered(201, null, json.writeValueAsString(notes.add(in, id, by, text)));
                });
        return ResponseEntity.status(answered.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answered.body());
    }

    private static String text(JsonBody body) {
        List<Fault> faults = new ArrayList<>();
        JsonFields fields = JsonFields.of(body, faults);
        String text = new Texts(faults).lines("text", fields.text("text"), Notes.LONGEST);
        fields.nothingElse();
        if (text == null && faults.isEmpty()) {
            faults.add(new Fault("text", "missing", "Write one; it may have " + Notes.LONGEST + " characters."));
        }
        if (text == null || !faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return text;
    }

    private static void known(DSLContext in, long id) {
        if (!in.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id))) {
            throw Refusal.notFound("There is no customer " + id + ".");
        }
    }

    private Person person(Principal principal) {
        return people.byLogin(principal.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Log in first."));
    }
}
