package org.santral.server.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.customers.search.Among;
import org.santral.server.customers.search.CustomerSearch;
import org.santral.server.rest.Idempotency;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.Paging;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CustomerKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `/api/customers`: find, read, make, change and delete them.
@RestController
@Tag(name = "customers", description = "People and companies, the record behind the card")
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
class CustomerController {
    static final int MOST = 200;

    private final Customers customers;
    private final CustomerList list;
    private final CustomerSearch search;
    private final CustomerRows rows;
    private final Idempotency idempotency;
    private final AccessLog log;
    private final JsonMapper json;

    CustomerController(
            Customers customers,
            CustomerList list,
            CustomerSearch search,
            CustomerRows rows,
            Idempotency idempotency,
            AccessLog log,
            JsonMapper json) {
        this.customers = customers;
        this.list = list;
        this.search = search;
        this.rows = rows;
        this.idempotency = idempotency;
        this.log = log;
        this.json = json;
    }

    /// @param next for `after` of the next page, null on the last one
    record CustomerPage(
            List<CustomerSummary> customers, @Nullable String next) {}

    @Operation(
            summary = "Find customers as one types, or list them by name",
            description =
                    "q: words of a name or company, a number in any written form, or the beginning of a mail address; best match first, the 200 best at most. Without q: all by name. kind, segment, tag, owner (a login) and company (an id) leave only those. limit is 1 to 200; after is next of the page before.")
    @GetMapping
    CustomerPage find(
            Principal principal,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Long company,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging.limit(limit, MOST);
        log.listed(principal.getName());
        Among among = new Among(kind(kind), segment, tag, owner, company);
        try {
            if (q.isBlank()) {
                CustomerList.Ids page = list.page(among, after, limit);
                return new CustomerPage(rows.summaries(page.ids()), page.next());
            }
            CustomerSearch.Page page = search.page(q, among, after, limit);
            return new CustomerPage(rows.summaries(page.ids()), page.next());
        } catch (IllegalArgumentException e) {
            throw Paging.noCursor("after");
        }
    }

    private static @Nullable CustomerKind kind(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        for (CustomerKind kind : CustomerKind.values()) {
            if (kind.getLiteral().equals(word)) {
                return kind;
            }
        }
        throw Refusal.ofParameter("kind", "unknown", "Write PERSON or COMPANY.");
    }

    @Operation(
            summary = "Make a customer",
            description =
                    "Idempotency-Key: the same request with the same key is done once and answered the same for a day. Every fault is told at once in errors.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FullCustomer.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = FullCustomer.class)))
    ResponseEntity<String> create(
            Principal principal,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        JsonBody body = JsonBody.of(request);
        String login = principal.getName();
        Idempotency.Answered answered = idempotency.once(
                new Idempotency.Asked(login, key, request.getMethod(), request.getRequestURI(), body), in -> {
                    FullCustomer made = customers.create(in, body, login);
                    return new Idempotency.Answered(201, place(made), json.writeValueAsString(made));
                });
        return ResponseEntity.status(answered.status())
                .header(HttpHeaders.LOCATION, Objects.requireNonNullElse(answered.location(), ""))
                .eTag(Paging.etag(json.readTree(answered.body()).path("version").asInt()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answered.body());
    }

    @Operation(
            summary = "One customer, whole; who looks is written down",
            description =
                    "The ETag is its version. Numbers, mails and the rest of customers that were merged into it are told with it.")
    @GetMapping("/{id}")
    ResponseEntity<FullCustomer> read(Principal principal, @PathVariable long id) {
        return told(customers.view(id, principal.getName()));
    }

    @Operation(
            summary = "Replace a customer",
            description =
                    "What was read may be sent back; what is left out is emptied. Numbers keep their ids. Consents are only ever added. If-Match carries the ETag that was read; * for any.")
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = FullCustomer.class)))
    ResponseEntity<FullCustomer> replace(
            Principal principal,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        Integer version = Paging.version(ifMatch);
        return told(customers.replace(id, version, JsonBody.of(request), principal.getName()));
    }

    @Operation(
            summary = "Delete a customer and those merged into it",
            description =
                    "People of a deleted company stay. Supervisors, managers and administrators. If-Match carries the ETag that was read; * for any.")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            Principal principal,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        customers.delete(id, Paging.version(ifMatch), principal.getName());
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "One customer by the key another program gave it")
    @GetMapping("/by-source/{source}/{key}")
    ResponseEntity<FullCustomer> readOfSource(
            Principal principal, @PathVariable String source, @PathVariable String key) {
        return told(customers.view(idOf(source, key), principal.getName()));
    }

    @Operation(
            summary = "Bring another program's record up to date: made when new, changed when it differs",
            description = "company may be named by the sourceKey of the same source. If-Match may be left out.")
    @PutMapping(path = "/by-source/{source}/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = FullCustomer.class)))
    ResponseEntity<FullCustomer> upsert(
            Principal principal,
            @PathVariable String source,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        Customers.Told told = customers.upsert(
                new Customers.Source(source, key),
                Paging.optionalVersion(ifMatch),
                JsonBody.of(request),
                principal.getName());
        FullCustomer customer = told.customer();
        return told.created()
                ? ResponseEntity.created(URI.create(place(customer)))
                        .eTag(Paging.etag(customer.version()))
                        .body(customer)
                : told(customer);
    }

    @Operation(summary = "Delete another program's record")
    @DeleteMapping("/by-source/{source}/{key}")
    ResponseEntity<Void> deleteOfSource(
            Principal principal,
            @PathVariable String source,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        customers.delete(idOf(source, key), Paging.optionalVersion(ifMatch), principal.getName());
        return ResponseEntity.noContent().build();
    }

    private long idOf(String source, String key) {
        return customers.idOf(source, key).orElseThrow(() -> Refusal.notFound("This source has no such key here."));
    }

    private static String place(FullCustomer customer) {
        return "/api/customers/" + customer.id();
    }

    private static ResponseEntity<FullCustomer> told(FullCustomer customer) {
        return ResponseEntity.ok().eTag(Paging.etag(customer.version())).body(customer);
    }
}
