package org.santral.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// `GET /api/ledger`, `GET /api/ledger/differences` and `POST /api/ledger/check`, for administrators and
/// managers.
@RestController
@Tag(name = "ledger", description = "What the exchange itself wrote down, held against the history")
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'MANAGER')")
class LedgerController {
    private static final int DAYS = 14;
    private static final int MOST = 200;
    private static final long PATIENCE_SECONDS = 120;

    private final Ledger ledger;
    private final LedgerTables tables;
    private final Days days;
    private final Findings findings;
    private final InstantSource clock;

    LedgerController(Ledger ledger, LedgerTables tables, Days days, Findings findings, InstantSource clock) {
        this.ledger = ledger;
        this.tables = tables;
        this.days = days;
        this.findings = findings;
        this.clock = clock;
    }

    /// Times are milliseconds since 1970; see [LedgerState].
    ///
    /// @param coversFrom the oldest line that is kept, null when there is none
    /// @param unreadable lines that could not be understood, ever
    record State(
            @Nullable String trouble,
            String detail,
            @Nullable Long readAt,
            @Nullable Long newestAt,
            long unread,
            int waiting,
            @Nullable Long checkedAt,
            @Nullable Long coversFrom,
            long unreadable) {}

    record Overview(State state, List<Days.Day> days) {}

    @Operation(summary = "How far it is read, and each day's account")
    @GetMapping("/api/ledger")
    Overview overview() {
        LedgerState state = ledger.state();
        return new Overview(
                new State(
                        state.trouble(),
                        state.detail(),
                        millis(state.readAt()),
                        millis(state.newestAt()),
                        state.unread(),
                        state.waiting(),
                        millis(state.checkedAt()),
                        millis(tables.covers().orElse(null)),
                        tables.unreadable()),
                days.last(DAYS, clock.instant()));
    }

    @Operation(summary = "Where history and ledger differed, and what was done")
    @GetMapping("/api/ledger/differences")
    Findings.Page differences(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "limit=" + limit + ": write a number from 1 to " + MOST + ".");
        }
        return findings.page(day, before, limit);
    }

    /// Answers when the last two days have been compared once more.
    @Operation(summary = "Hold days against the ledger now")
    @PostMapping("/api/ledger/check")
    CompletableFuture<Overview> check() {
        return ledger.checkNow().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).thenApply(done -> overview());
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
