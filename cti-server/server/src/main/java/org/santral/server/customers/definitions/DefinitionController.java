package org.santral.server.customers.definitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/segments`, `/api/tags`, `/api/customer-fields`: everybody reads them, managers and administrators define
/// them.
@RestController
@Tag(name = "definitions", description = "What managers and administrators define for all customers")
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class DefinitionController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final DefinitionTables tables;

    DefinitionController(DefinitionTables tables) {
        this.tables = tables;
    }

    /// Who stands first, first.
    record Segments(List<DefinitionTables.Segment> segments) {}

    record Tags(List<DefinitionTables.Tag> tags) {}

    /// In the order they are shown.
    record Fields(List<DefinitionTables.Field> fields) {}

    @Operation(summary = "All segments")
    @GetMapping("/segments")
    Segments segments() {
        return new Segments(tables.segments());
    }

    @Operation(
            summary = "Define a segment",
            description = "standing: who stands first where several are candidates, 0 to 1000.")
    @PostMapping(path = "/segments", consumes = JSON)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DefinitionTables.Segment.class)))
    ResponseEntity<DefinitionTables.Segment> addSegment(HttpServletRequest request) throws IOException {
        DefinitionTables.Segment given = DefinitionBody.of(request).segment(0);
        DefinitionTables.Segment made = tables.addSegment(given.name(), given.standing());
        return ResponseEntity.created(URI.create("/api/segments/" + made.id())).body(made);
    }

    @Operation(summary = "Change a segment")
    @PutMapping(path = "/segments/{id}", consumes = JSON)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DefinitionTables.Segment.class)))
    DefinitionTables.Segment changeSegment(@PathVariable int id, HttpServletRequest request) throws IOException {
        DefinitionTables.Segment given = DefinitionBody.of(request).segment(id);
        return tables.changeSegment(id, given.name(), given.standing());
    }

    @Operation(summary = "Take a segment away", description = "Refused while customers are in it.")
    @DeleteMapping("/segments/{id}")
    ResponseEntity<Void> deleteSegment(@PathVariable int id) {
        tables.deleteSegment(id);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "All tags")
    @GetMapping("/tags")
    Tags tags() {
        return new Tags(tables.tags());
    }

    @Operation(summary = "Define a tag")
    @PostMapping(path = "/tags", consumes = JSON)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DefinitionTables.Tag.class)))
    ResponseEntity<DefinitionTables.Tag> addTag(HttpServletRequest request) throws IOException {
        DefinitionTables.Tag made =
                tables.addTag(DefinitionBody.of(request).tag(0).name());
        return ResponseEntity.created(URI.create("/api/tags/" + made.id())).body(made);
    }

    @Operation(summary = "Change a tag")
    @PutMapping(path = "/tags/{id}", consumes = JSON)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DefinitionTables.Tag.class)))
    DefinitionTables.Tag changeTag(@PathVariable int id, HttpServletRequest request) throws IOException {
        return tables.changeTag(id, DefinitionBody.of(request).tag(id).name());
    }

    @Operation(summary = "Take a tag away", description = "Customers lose it.")
    @DeleteMapping("/tags/{id}")
    ResponseEntity<Void> deleteTag(@PathVariable int id) {
        tables.deleteTag(id);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "All own fields")
    @GetMapping("/customer-fields")
    Fields fields() {
        return new Fields(tables.fields());
    }

    @Operation(summary = "Define a field", description = "kind: TEXT, NUMBER, DATE, YES_NO or CHOICE.")
    @PostMapping(path = "/customer-fields", consumes = JSON)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DefinitionTables.Field.class)))
    ResponseEntity<DefinitionTables.Field> addField(HttpServletRequest request) throws IOException {
        DefinitionTables.Field made = tables.addField(DefinitionBody.of(request).field(0));
        return ResponseEntity.created(URI.create("/api/customer-fields/" + made.id()))
                .body(made);
    }

    @Operation(summary = "Change a field", description = "Its name and kind stay.")
    @PutMapping(path = "/customer-fields/{id}", consumes = JSON)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DefinitionTables.Field.class)))
    DefinitionTables.Field changeField(@PathVariable int id, HttpServletRequest request) throws IOException {
        return tables.changeField(DefinitionBody.of(request).field(id));
    }

    @Operation(summary = "Take a field away", description = "Its values are not shown any more.")
    @DeleteMapping("/customer-fields/{id}")
    ResponseEntity<Void> deleteField(@PathVariable int id) {
        tables.deleteField(id);
        return ResponseEntity.noContent().build();
    }
}
