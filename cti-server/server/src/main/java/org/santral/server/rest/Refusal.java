package org.santral.server.rest;

import java.util.List;
import org.springframework.http.HttpStatus;

/// A request that is not done, and why. Nothing of it was written.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String title;
    private final transient List<Fault> faults;

    public Refusal(HttpStatus status, String title, String detail) {
        this(status, title, detail, List.of());
    }

    private Refusal(HttpStatus status, String title, String detail, List<Fault> faults) {
        super(detail);
        this.status = status;
        this.title = title;
        this.faults = List.copyOf(faults);
    }

    /// @param faults all of them, at least one
    public static Refusal of(List<Fault> faults) {
        String more = faults.size() == 1 ? "" : " And " + (faults.size() - 1) + " more: see errors.";
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Not valid",
                faults.getFirst().field() + ": " + faults.getFirst().detail() + more,
                faults);
    }

    /// Of one value in the address of the request, as `limit`.
    public static Refusal ofParameter(String name, String reason, String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, "Wrong " + name, detail, List.of(new Fault(name, reason, detail)));
    }

    public static Refusal notFound(String what) {
        return new Refusal(HttpStatus.NOT_FOUND, "Not there", what);
    }

    public static Refusal conflict(String title, String detail) {
        return new Refusal(HttpStatus.CONFLICT, title, detail);
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// Empty when it is not about single values.
    public List<Fault> faults() {
        return faults;
    }
}
