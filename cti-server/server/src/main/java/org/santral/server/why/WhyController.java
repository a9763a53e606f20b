package org.santral.server.why;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Path;
import org.santral.pbx.PbxId;
import org.santral.server.settings.SantralSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/calls/{pbx}/{id}/why`, for whoever sees every call.
@RestController
@Tag(name = "calls", description = "The history of calls; an agent sees those their own phone had a part in")
class WhyController {
    private final Path journals;

    WhyController(SantralSettings settings) {
        journals = settings.journal().dir();
    }

    @Operation(summary = "Why a call was shown and routed as it was")
    @GetMapping("/api/calls/{pbx}/{id}/why")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'MANAGER', 'ADMINISTRATOR')")
    ResponseEntity<?> why(@PathVariable String pbx, @PathVariable String id) throws IOException {
        Path journal = journals.resolve(pbx).normalize();
        Why why = journal.startsWith(journals.normalize())
                ? CallStory.of(journal, new PbxId(pbx), id)
                : new Why(pbx + "/" + id, java.util.List.of());
        if (why.steps().isEmpty()) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.NOT_FOUND,
                    "The journal does not know " + pbx + "/" + id + ": it is older than what is kept, or no call.");
            problem.setTitle("No such call in the journal");
            return ResponseEntity.of(problem).build();
        }
        return ResponseEntity.ok(why);
    }
}
