package org.santral.server.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.people.People;
import org.santral.server.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// `GET /api/calls` and `GET /api/calls/{pbx}/{id}`.
@RestController
@Tag(name = "calls", description = "The history of calls; an agent sees those their own phone had a part in")
class HistoryController {
    private static final int MOST = 200;

    private final CallQueries calls;
    private final SpooledHistory history;
    private final People people;

    HistoryController(CallQueries calls, SpooledHistory history, People people) {
        this.calls = calls;
        this.history = history;
        this.people = people;
    }

    @Operation(
            summary = "Calls, newest first",
            description = "limit is 1 to 200. Times are milliseconds since 1970, UTC.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallPage.class)))
    @GetMapping("/api/calls")
    ResponseEntity<?> page(
            Principal principal,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String before) {
        if (limit < 1 || limit > MOST) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "Wrong limit",
                    "limit=" + limit + ": write a number from 1 to " + MOST + ".");
        }
        CallQueries.Cursor cursor;
        try {
            cursor = before == null ? null : CallQueries.Cursor.parse(before);
        } catch (IllegalArgumentException e) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "Wrong cursor",
                    "before=" + before + ": take it from `next` of the page before.");
        }
        return ResponseEntity.ok(calls.page(person(principal), cursor, limit));
    }

    @Operation(
            summary = "One call with legs, hand-overs, notes, reasons and recordings",
            description = "A call that became part of another is told as that one.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallDetail.class)))
    @GetMapping("/api/calls/{pbx}/{id}")
    ResponseEntity<?> detail(Principal principal, @PathVariable String pbx, @PathVariable String id) {
        history.settle(new CallId(new PbxId(pbx), id));
        return calls.detail(person(principal), pbx, id)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> problem(
                        HttpStatus.NOT_FOUND,
                        "No such call",
                        "There is no call " + pbx + "/" + id + ", or it is not one of yours."));
    }

    /// Said instead of a page that would look empty.
    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<?> away() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer",
                "The history cannot be read now. Calls go on; those that wait to be written ("
                        + (history.unwritten().size() + history.onDisk())
                        + ") stand here when the database is back.");
    }

    private Person person(Principal principal) {
        return people.byLogin(principal.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Log in first."));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.of(problem).build();
    }
}
