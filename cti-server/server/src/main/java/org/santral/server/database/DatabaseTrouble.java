package org.santral.server.database;

/// The database cannot be had, and how to mend it.
public final class DatabaseTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String mend;

    DatabaseTrouble(String what, String mend) {
        super(what);
        this.mend = mend;
    }

    public String mend() {
        return mend;
    }
}
