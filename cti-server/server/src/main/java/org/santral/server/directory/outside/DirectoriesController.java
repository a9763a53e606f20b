package org.santral.server.directory.outside;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.http.WriteBack;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/switchroom/directories`, for administrators.
@RestController
class DirectoriesController {
    private final Outsides outsides;

    DirectoriesController(Outsides outsides) {
        this.outsides = outsides;
    }

    /// @param directories in the order in which they are believed
    record Directories(List<Told> directories) {}

    /// @param writeBack null where no calls are written back
    record Told(BudgetedOutside.State directory, WriteBack.@Nullable State writeBack) {}

    @Operation(summary = "Other directories and how they answer")
    @GetMapping("/api/switchroom/directories")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    Directories directories() {
        Map<String, WriteBack> writeBacks = outsides.writeBacks();
        return new Directories(outsides.inOrder().all().stream()
                .map(one -> {
                    WriteBack back = writeBacks.get(one.name());
                    return new Told(one.state(), back == null ? null : back.state());
                })
                .toList());
    }
}
