package org.santral.server.imports.files;

/// A file that cannot be read on.
public final class BrokenFile extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;
    private final long row;

    /// @param row where, as the file counts; 0 when it is the whole file
    /// @param reason one word that pages translate
    public BrokenFile(long row, String reason, String detail) {
        super(row == 0 ? detail : "Row " + row + ": " + detail);
        this.reason = reason;
        this.row = row;
    }

    public String reason() {
        return reason;
    }

    public long row() {
        return row;
    }
}
