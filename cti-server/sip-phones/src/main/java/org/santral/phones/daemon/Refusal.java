package org.santral.phones.daemon;

import org.jspecify.annotations.Nullable;

/// An order that is not carried out, told to who gave it as problem details.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final @Nullable String field;

    private Refusal(int status, String title, String detail, @Nullable String field) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.field = field;
    }

    static Refusal of(int status, String title, String detail) {
        return new Refusal(status, title, detail, null);
    }

    /// A field of the order is wrong: what, and what should stand there.
    static Refusal field(String name, String what, String mend) {
        return new Refusal(400, "Bad order", name + " " + what + " - " + mend, name);
    }

    static Refusal unknown(String what) {
        return of(404, "Not found", what);
    }

    static Refusal method(String allowed) {
        return of(405, "Method not allowed", "This path knows " + allowed + ".");
    }

    /// Understood, but nothing is there that it could be done to.
    static Refusal impossible(String why) {
        return of(409, "Not possible now", why);
    }

    Problem problem() {
        String detail = getMessage();
        return new Problem("about:blank", title, status, detail == null ? "" : detail, field);
    }

    int status() {
        return status;
    }
}
