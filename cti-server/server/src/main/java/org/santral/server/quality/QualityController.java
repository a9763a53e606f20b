package org.santral.server.quality;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.JsonFields;
import org.santral.server.rest.Paging;
import org.santral.server.rest.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/quality`: what to look at in the book, for supervisors, managers and administrators.
@RestController
@Tag(name = "quality", description = "What is wrong or doubtful in the book")
@RequestMapping("/api/quality")
class QualityController {
    private static final int MOST = 200;
    private static final int LONGEST_PAST = 366;

    private final Numbers numbers;
    private final Duplicates duplicates;
    private final Unmatched unmatched;
    private final InstantSource clock;

    QualityController(Numbers numbers, Duplicates duplicates, Unmatched unmatched, InstantSource clock) {
        this.numbers = numbers;
        this.duplicates = duplicates;
        this.unmatched = unmatched;
        this.clock = clock;
    }

    @Operation(
            summary = "Numbers that are no number of any country",
            description = "reason: internal, short or unreadable.")
    @GetMapping("/invalid-numbers")
    Numbers.Page<Numbers.Doubtful> invalid(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") long after) {
        return numbers.invalid(after, Paging.limit(limit, MOST));
    }

    @Operation(summary = "Numbers that reach nobody any more")
    @GetMapping("/moved-numbers")
    Numbers.Page<Numbers.Doubtful> moved(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") long after) {
        return numbers.moved(after, Paging.limit(limit, MOST));
    }

    @Operation(summary = "Numbers that several customers have for themselves")
    @GetMapping("/shared-numbers")
    Numbers.Page<Numbers.Shared> shared(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String after) {
        return numbers.shared(after, Paging.limit(limit, MOST));
    }

    /// @param by name, number or mail
    @Operation(summary = "Customers who are likely one", description = "by: name, number or mail.")
    @GetMapping("/duplicates")
    Duplicates.Page duplicates(
            @RequestParam(defaultValue = "number") String by,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "") String after) {
        Duplicates.By what;
        try {
            what = Duplicates.By.valueOf(by.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.ofParameter("by", "unknown", "Write name, number or mail.");
        }
        return duplicates.page(what, after, Paging.limit(limit, MOST));
    }

    @Operation(summary = "Say that two customers are two", description = "They are not shown as likely one again.")
    @PostMapping("/not-same")
    ResponseEntity<Void> notSame(Principal principal, HttpServletRequest request) throws IOException {
        List<Fault> faults = new ArrayList<>();
        JsonFields body = JsonFields.of(JsonBody.of(request), faults);
        Long one = body.number("one");
        Long other = body.number("other");
        body.nothingElse();
        if (faults.isEmpty() && (one == null || other == null || one.equals(other))) {
            faults.add(new Fault("other", "missing", "Write the ids of two customers as one and other."));
        }
        if (one == null || other == null || !faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        try {
            duplicates.notSame(one, other, clock.instant(), principal.getName());
        } catch (IntegrityConstraintViolationException e) {
            throw Refusal.notFound("One of these customers is not there.");
        }
        return ResponseEntity.noContent().build();
    }

    /// @param days how far to look back, 1 to 366
    @Operation(summary = "Callers whom nobody knows, who calls most first")
    @GetMapping("/unmatched-callers")
    List<Unmatched.Caller> unmatched(
            @RequestParam(defaultValue = "30") int days, @RequestParam(defaultValue = "50") int limit) {
        if (days < 1 || days > LONGEST_PAST) {
            throw Refusal.ofParameter("days", "out-of-range", "Write a number from 1 to " + LONGEST_PAST + ".");
        }
        return unmatched.callers(days, Paging.limit(limit, MOST));
    }
}
