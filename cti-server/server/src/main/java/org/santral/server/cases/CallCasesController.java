package org.santral.server.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/calls/{pbx}/{id}/cases`: what a card shows of the cases its call belongs to.
@RestController
@Tag(name = "cases", description = "Requests and complaints of customers")
class CallCasesController {
    private final Cases cases;

    CallCasesController(Cases cases) {
        this.cases = cases;
    }

    @Operation(
            summary = "The cases a call belongs to",
            description = "The newest first; none for a call that belongs to none, or that nobody has heard of.")
    @GetMapping("/api/calls/{pbx}/{id}/cases")
    CaseView.Page ofCall(@PathVariable String pbx, @PathVariable String id) {
        return new CaseView.Page(cases.ofCall(new CaseView.CallOf(pbx, id)), null);
    }
}
