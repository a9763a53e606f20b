package org.santral.server.imports.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CustomerAccessWhat;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/customers/export`: managers and administrators take customers with them; that they did is written down.
@RestController
@Tag(name = "imports", description = "Customers from files")
class ExportController {
    private final DSLContext sql;
    private final PhoneNumbers numbers;
    private final AccessLog log;

    ExportController(DSLContext sql, PhoneNumbers numbers, AccessLog log) {
        this.sql = sql;
        this.numbers = numbers;
        this.log = log;
    }

    @Operation(
            summary = "Customers as a file: csv, xlsx or vcard",
            description =
                    "All, or the 200 best that q finds. What would be a formula in a spreadsheet has an apostrophe before it, which an import takes away again.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/vcard", schema = @Schema(type = "string"))
            })
    @GetMapping("/api/customers/export")
    void export(
            Principal principal,
            HttpServletResponse response,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "") String q)
            throws IOException {
        CustomerExport.Format wanted = format(format);
        CustomerExport export = new CustomerExport(sql, numbers, wanted, q);
        log.write(
                sql,
                principal.getName(),
                null,
                CustomerAccessWhat.EXPORTED,
                wanted.ending() + ": " + export.count() + (q.isBlank() ? " customers, all" : " customers of a search"));
        response.setContentType(wanted.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=customers." + wanted.ending());
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
        try {
            export.write(out);
            out.flush();
        } catch (DataAccessException e) {
            // Half of a file must not look like a whole one: an answer that has begun is cut off.
            if (response.isCommitted()) {
                throw new IOException("the database failed in the middle of an export", e);
            }
            throw e;
        }
    }

    private static CustomerExport.Format format(String word) {
        try {
            return CustomerExport.Format.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.ofParameter("format", "unknown", "Write csv, xlsx or vcard.");
        }
    }
}
