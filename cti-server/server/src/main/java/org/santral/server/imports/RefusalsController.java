package org.santral.server.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.santral.server.imports.export.CsvLines;
import org.santral.server.imports.export.Neutral;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/imports/{id}/refusals.csv`: what is to be mended in the list, as a list.
@RestController
@Tag(name = "imports", description = "Customers from files")
class RefusalsController {
    private static final int AT_ONCE = 1_000;

    private final Importer importer;
    private final ImportJobs jobs;

    RefusalsController(Importer importer, ImportJobs jobs) {
        this.importer = importer;
        this.jobs = jobs;
    }

    @Operation(summary = "All that was refused, as CSV")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping("/api/imports/{id}/refusals.csv")
    void refusals(@PathVariable long id, HttpServletResponse response) throws IOException {
        importer.job(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=refusals-" + id + ".csv");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
        try (CsvLines lines = new CsvLines(out)) {
            lines.line(List.of("row", "column", "value", "reason", "left out"));
            List<ImportJobs.Refused> some = jobs.refusals(id, 0, -1, AT_ONCE);
            while (!some.isEmpty()) {
                some.forEach(one -> lines.line(List.of(
                        Long.toString(one.row()),
                        Neutral.text(one.column()),
                        Neutral.text(one.value()),
                        one.reason(),
                        one.wholeRow() ? "row" : "value")));
                some = jobs.refusals(id, some.getLast().row(), some.getLast().position(), AT_ONCE);
            }
        }
        out.flush();
    }
}
