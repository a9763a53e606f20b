package org.santral.server.switchroom;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.Oddity;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Told;
import org.santral.server.desktop.Desks;
import org.santral.server.desktop.Json;
import org.santral.server.history.HistoryWriter;
import org.santral.server.loop.AnomalyLog;
import org.santral.server.loop.AttachedPbx;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/switchroom`, for administrators.
@RestController
@Tag(name = "switchroom", description = "What the server knows of itself and its exchange")
class SwitchroomController {
    private final AttachedPbx pbx;
    private final Desks desks;
    private final HistoryWriter history;
    private final AnomalyLog anomalies;
    private final Conditions conditions;
    private final InstantSource clock;

    SwitchroomController(
            AttachedPbx pbx,
            Desks desks,
            HistoryWriter history,
            AnomalyLog anomalies,
            Conditions conditions,
            InstantSource clock) {
        this.pbx = pbx;
        this.desks = desks;
        this.history = history;
        this.anomalies = anomalies;
        this.conditions = conditions;
        this.clock = clock;
    }

    /// @param value since the start of the server
    record Counter(String name, String help, long value) {}

    /// @param conditions what is wrong now, the worst first
    /// @param past what was, the newest first
    /// @param eventAgeMillis null before the first event
    record Switchroom(
            List<?> link,
            List<Told> conditions,
            List<Told> past,
            List<Counter> counters,
            List<AnomalyLog.Line> anomalies,
            int liveCalls,
            @Nullable Long eventAgeMillis) {}

    @Operation(summary = "State of links, conditions and counters")
    @GetMapping(path = "/api/switchroom", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    CompletableFuture<String> switchroom() {
        // The link's state belongs to the loop's thread: it is asked there.
        CompletableFuture<List<?>> links = new CompletableFuture<>();
        pbx.loop().run(() -> links.complete(desks.links()));
        return links.thenApply(link -> Json.write(new Switchroom(
                link,
                conditions.standing().stream().map(Told::of).toList(),
                conditions.past().stream().map(Told::of).toList(),
                counters(),
                anomalies.newestFirst(),
                pbx.loop().liveCalls(),
                eventAge())));
    }

    /// What took a moment stands until somebody has read it.
    @Operation(summary = "An administrator has seen what is wrong")
    @PostMapping("/api/switchroom/noted")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    ResponseEntity<Void> noted(@RequestParam String kind, @RequestParam(defaultValue = "") String about) {
        return conditions.noted(kind, about)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    /// Records that were set aside, when their reason has been mended.
    @Operation(summary = "Records that were set aside are offered to the database again")
    @PostMapping("/api/switchroom/offer-again")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    Offered offerAgain() {
        return new Offered(history.offerAgain());
    }

    record Offered(int records) {}

    private @Nullable Long eventAge() {
        Instant newest = pbx.loop().newestEvent();
        return newest.equals(Instant.EPOCH)
                ? null
                : Duration.between(newest, clock.instant()).toMillis();
    }

    List<Counter> counters() {
        List<Counter> counters = new ArrayList<>();
        for (Oddity oddity : Oddity.values()) {
            counters.add(new Counter(
                    oddity.name().toLowerCase(java.util.Locale.ROOT),
                    oddity.help(),
                    pbx.oddities().of(oddity)));
        }
        counters.add(new Counter("anomaly", "inputs that the state of a call did not allow", anomalies.count()));
        counters.add(new Counter(
                "failure",
                "inputs or effects that failed: look at the log",
                pbx.loop().failures()));
        counters.add(new Counter(
                "spilled",
                "messages that waited on the disk because the loop was busy",
                pbx.loop().spilled()));
        counters.add(new Counter(
                "spill_lost",
                "of those, messages that the disk did not give back",
                pbx.loop().spillLost()));
        counters.add(new Counter(
                "journal_lost",
                "entries the journal had no room for",
                pbx.journal().lost()));
        counters.add(new Counter(
                "journal_torn",
                "segments whose end a crash had torn",
                pbx.journal().torn()));
        counters.add(new Counter(
                "history_waiting",
                "calls whose newest state the database does not have yet",
                history.unwritten().size()));
        counters.add(new Counter(
                "history_set_aside",
                "records of calls that the database refused: look at the log",
                history.setAside()));
        counters.add(new Counter("open_desks", "screens connected now", desks.open()));
        return counters;
    }
}
