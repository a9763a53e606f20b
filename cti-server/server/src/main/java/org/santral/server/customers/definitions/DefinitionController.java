package org.santral.server.customers.definitions;

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

    @GetMapping("/segments")
    Segments segments() {
        return new Segments(tables.segments());
    }

    @PostMapping(path = "/segments", consumes = JSON)
    ResponseEntity<DefinitionTables.Segment> addSegment(HttpServletRequest request) throws IOException {
        DefinitionTables.Segment given = DefinitionBody.of(request).segment(0);
        DefinitionTables.Segment made = tables.addSegment(given.name(), given.standing());
        return ResponseEntity.created(URI.create("/api/segments/" + made.id())).body(made);
    }

    @PutMapping(path = "/segments/{id}", consumes = JSON)
    DefinitionTables.Segment changeSegment(@PathVariable int id, HttpServletRequest request) throws IOException {
        DefinitionTables.Segment given = DefinitionBody.of(request).segment(id);
        return tables.changeSegment(id, given.name(), given.standing());
    }

    @DeleteMapping("/segments/{id}")
    ResponseEntity<Void> deleteSegment(@PathVariable int id) {
        tables.deleteSegment(id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/tags")
    Tags tags() {
        return new Tags(tables.tags());
    }

    @PostMapping(path = "/tags", consumes = JSON)
    ResponseEntity<DefinitionTables.Tag> addTag(HttpServletRequest request) throws IOException {
        DefinitionTables.Tag made =
                tables.addTag(DefinitionBody.of(request).tag(0).name());
        return ResponseEntity.created(URI.create("/api/tags/" + made.id())).body(made);
    }

    @PutMapping(path = "/tags/{id}", consumes = JSON)
    DefinitionTables.Tag changeTag(@PathVariable int id, HttpServletRequest request) throws IOException {
        return tables.changeTag(id, DefinitionBody.of(request).tag(id).name());
    }

    @DeleteMapping("/tags/{id}")
    ResponseEntity<Void> deleteTag(@PathVariable int id) {
        tables.deleteTag(id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/customer-fields")
    Fields fields() {
        return new Fields(tables.fields());
    }

    @PostMapping(path = "/customer-fields", consumes = JSON)
    ResponseEntity<DefinitionTables.Field> addField(HttpServletRequest request) throws IOException {
        DefinitionTables.Field made = tables.addField(DefinitionBody.of(request).field(0));
        return ResponseEntity.created(URI.create("/api/customer-fields/" + made.id()))
                .body(made);
    }

    @PutMapping(path = "/customer-fields/{id}", consumes = JSON)
    DefinitionTables.Field changeField(@PathVariable int id, HttpServletRequest request) throws IOException {
        return tables.changeField(DefinitionBody.of(request).field(id));
    }

    @DeleteMapping("/customer-fields/{id}")
    ResponseEntity<Void> deleteField(@PathVariable int id) {
        tables.deleteField(id);
        return ResponseEntity.noContent().build();
    }
}
