package org.santral.server.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.Texts;
import org.santral.server.imports.mapping.Mapping;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.JsonFields;
import org.santral.server.rest.Paging;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.ImportJobFormat;
import org.santral.server.tables.enums.ImportJobState;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/imports`: bring a file in, say what its columns are, run it, stop it, read what was refused.
@RestController
@Tag(name = "imports", description = "Customers from files")
@RequestMapping(path = "/api/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportController {
    private static final int MOST = 200;
    private static final int MOST_CAUSES = 100;
    private static final int LONGEST_NAME = 255;

    private final Importer importer;
    private final ImportJobs jobs;

    ImportController(Importer importer, ImportJobs jobs) {
        this.importer = importer;
        this.jobs = jobs;
    }

    /// @param position the last row of the file that is settled
    /// @param totalRows as far as one can tell; exact at the end
    /// @param refused rows that were left out as a whole; values that were left out stand in refusals alone
    /// @param trouble why it failed or stopped, null when nothing was in the way
    @Schema(name = "Import")
    record JobView(
            long id,
            String name,
            ImportJobFormat format,
            long bytes,
            boolean dryRun,
            ImportJobState state,
            long position,
            @Nullable Long totalRows,
            long added,
            long changed,
            long unchanged,
            long refused,
            @Nullable TroubleView trouble,
            String by,
            Instant madeAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Mapping mapping) {}

    /// @param reason one word, as `server-ended`, `database` or what is wrong with the file
    /// @param row of the file, where it broke; null where that is in none
    /// @param detail in English
    @Schema(name = "ImportTrouble")
    record TroubleView(String reason, @Nullable Long row, String detail) {}

    /// @param sheets of a workbook, by name, in its order; empty for other files
    /// @param rows the first of the file
    @Schema(name = "ImportPreview")
    record PreviewView(JobView job, List<String> sheets, List<List<String>> rows) {}

    record JobPage(List<JobView> imports) {}

    /// @param field the column, as the file names it
    @Schema(name = "ImportRefusal")
    record RefusalView(long row, String field, String value, String reason, boolean wholeRow) {}

    /// @param times how often the same was wrong with the same column
    @Schema(name = "ImportRefusalCause")
    record CauseView(String field, String reason, boolean wholeRow, long times) {}

    record CauseList(List<CauseView> causes) {}

    /// @param next for `after` of the next page, null on the last one
    record RefusalPage(List<RefusalView> refusals, @Nullable String next) {}

    @Operation(
            summary = "Upload a file of customers: CSV, XLSX or vCard",
            description =
                    "The body is the file, at most 1 GB (santral.imports.megabytes). Answers how it would be read, a guess of what its columns are, and its first 20 rows. Nothing is brought in yet.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE))
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                "text/csv",
                "text/plain",
                "text/vcard",
                "text/x-vcard",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    ResponseEntity<PreviewView> upload(Principal principal, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        List<Fault> faults = new ArrayList<>();
        String line = new Texts(faults).needed("name", name, LONGEST_NAME);
        if (line == null || !faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        Importer.Looked looked =
                importer.take(line, request.getInputStream(), Preview.Wanted.NOTHING, principal.getName());
        return ResponseEntity.created(URI.create("/api/imports/" + looked.job().id()))
                .body(view(looked));
    }

    @Operation(summary = "The newest 200 imports")
    @GetMapping
    JobPage all() {
        return new JobPage(jobs.all(MOST).stream().map(ImportController::view).toList());
    }

    @Operation(summary = "One import, and how far it is")
    @GetMapping("/{id}")
    JobView one(@PathVariable long id) {
        return view(importer.job(id));
    }

    @Operation(summary = "Its first 20 rows, as they are read now")
    @GetMapping("/{id}/preview")
    PreviewView preview(@PathVariable long id) throws IOException {
        return view(importer.look(id));
    }

    @Operation(
            summary = "Say how the file is read and what its columns are",
            description =
                    "encoding, delimiter, header, sheet, kind, source, columns: [{field, label}] in the order of the file; what is left out is guessed. What was tried with another mapping is forgotten. field is a field of a customer, fields.NAME for one that administrators defined, or empty. source with a column sourceKey brings records of another program up to date.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Mapping.class)))
    @PutMapping(path = "/{id}/mapping", consumes = MediaType.APPLICATION_JSON_VALUE)
    PreviewView map(@PathVariable long id, HttpServletRequest request) throws IOException {
        return view(importer.map(id, MappingBody.read(JsonBody.of(request), importer.ownFields())));
    }

    @Operation(
            summary = "Run it, or go on where it stopped",
            description =
                    "{\"dryRun\": true} checks every row and writes none; not once rows are in. One import runs at a time: 409 while another does.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RunBody.class)))
    @PostMapping(path = "/{id}/run", consumes = MediaType.APPLICATION_JSON_VALUE)
    JobView run(@PathVariable long id, HttpServletRequest request) throws IOException {
        List<Fault> faults = new ArrayList<>();
        JsonFields json = JsonFields.of(JsonBody.of(request), faults);
        boolean dryRun = json.flag("dryRun", false);
        json.nothingElse();
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return view(importer.run(id, dryRun));
    }

    @Schema(name = "ImportRun")
    record RunBody(boolean dryRun) {}

    @Operation(summary = "Stop it after the rows that are being written; run goes on behind them")
    @PostMapping("/{id}/stop")
    JobView stop(@PathVariable long id) {
        return view(importer.stop(id));
    }

    @Operation(summary = "Delete an import, its file and its refusals; customers stay")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable long id) {
        importer.delete(id);
        return ResponseEntity.noContent().build();
    }

    @Operation(
            summary = "What was refused and why, in the order of the file",
            description = "limit is 1 to 200; after is next of the page before.")
    @GetMapping("/{id}/refusals")
    RefusalPage refusals(
            @PathVariable long id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0.-1") String after) {
        Paging.limit(limit, MOST);
        importer.job(id);
        Place place = Place.parse(after);
        List<ImportJobs.Refused> found = jobs.refusals(id, place.row(), place.position(), limit + 1);
        List<ImportJobs.Refused> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new RefusalPage(
                shown.stream()
                        .map(one -> new RefusalView(one.row(), one.column(), one.value(), one.reason(), one.wholeRow()))
                        .toList(),
                found.size() > limit
                        ? shown.getLast().row() + "." + shown.getLast().position()
                        : null);
    }

    @Operation(
            summary = "The same, counted by column and reason",
            description = "The 100 that came most often, most often first.")
    @GetMapping("/{id}/refusals/causes")
    CauseList causes(@PathVariable long id) {
        importer.job(id);
        return new CauseList(jobs.causes(id, MOST_CAUSES).stream()
                .map(one -> new CauseView(one.column(), one.reason(), one.wholeRow(), one.times()))
                .toList());
    }

    /// Where a page of refusals ends.
    private record Place(long row, int position) {
        static Place parse(String text) {
            int dot = text.indexOf('.');
            try {
                return new Place(Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
            } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
                throw Paging.noCursor("after");
            }
        }
    }

    private static PreviewView view(Importer.Looked looked) {
        return new PreviewView(
                view(looked.job()), looked.preview().sheets(), looked.preview().rows());
    }

    private static JobView view(ImportJobs.Job job) {
        ImportJobs.Counts counts = job.counts();
        ImportJobs.Trouble trouble = job.trouble();
        return new JobView(
                job.id(),
                job.name(),
                job.format(),
                job.bytes(),
                job.dryRun(),
                job.state(),
                counts.position(),
                job.totalRows(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.refused(),
                trouble == null
                        ? null
                        : new TroubleView(
                                trouble.reason(),
                                trouble.row() == 0 ? null : Long.valueOf(trouble.row()),
                                trouble.detail()),
                job.login(),
                job.madeAt(),
                job.startedAt(),
                job.endedAt(),
                job.mapping());
    }
}
