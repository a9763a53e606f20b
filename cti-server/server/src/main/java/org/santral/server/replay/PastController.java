package org.santral.server.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.PbxId;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.server.desktop.Json;
import org.santral.server.history.CallRows;
import org.santral.server.settings.SantralSettings;
import org.santral.site.Site;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/past`, for whoever sees the floor: one look at a time, on the request's own virtual thread and from
/// the journal's files alone. The loop is never asked.
@RestController
@Tag(name = "past", description = "Looking back")
class PastController {
    /// Longer than that nobody waits before a page.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /// Others are let to the processor each time so many inputs have been replayed.
    private static final long STRIDE = 512;

    private final Semaphore one = new Semaphore(1);
    private final TimeMachine machine;
    private final ZoneId zone;
    private final CallRows rows;
    private final InstantSource clock;

    PastController(SantralSettings settings, SitePlan plan, Site site, CallRows rows, InstantSource clock) {
        PbxId pbx = new PbxId(plan.exchange().id());
        Path folder = settings.journal().dir().resolve(pbx.value());
        this.machine = new TimeMachine(folder, pbx);
        this.zone = ZoneId.of(site.zone());
        this.rows = rows;
        this.clock = clock;
    }

    @Operation(summary = "What stood on the board at a time that is over")
    @GetMapping("/api/past")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'MANAGER', 'ADMINISTRATOR')")
    ResponseEntity<?> past(@RequestParam String at, @RequestParam(required = false) @Nullable String date)
            throws IOException {
        Instant now = clock.instant();
        WrittenTime time;
        try {
            time = WrittenTime.read(at, date, zone, now);
        } catch (Unusable e) {
            return problem(HttpStatus.BAD_REQUEST, "Not a moment", String.valueOf(e.getMessage()));
        }
        if (!one.tryAcquire()) {
            return problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Somebody else looks back",
                    "Another look into the past is under way. Ask again in a moment.");
        }
        try {
            Past past = machine.at(time.at(), now, patience());
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Json.write(PastView.of(past, time.twice(), rows)));
        } finally {
            one.release();
        }
    }

    private static LongPredicate patience() {
        long began = System.nanoTime();
        return inputs -> {
            if (inputs % STRIDE == 0) {
                Thread.yield();
                return System.nanoTime() - began < PATIENCE.toNanos();
            }
            return true;
        };
    }

    private static ResponseEntity<?> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.of(problem).build();
    }
}
