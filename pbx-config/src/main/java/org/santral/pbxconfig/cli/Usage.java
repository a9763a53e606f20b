package org.santral.pbxconfig.cli;

/// Something that the caller of the command has to mend; the message is shown as it is.
final class Usage extends Exception {

    private static final long serialVersionUID = 1L;

    Usage(String message) {
        super(message);
    }
}
