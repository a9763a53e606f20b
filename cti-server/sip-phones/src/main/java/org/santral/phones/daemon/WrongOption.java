package org.santral.phones.daemon;

/// The phones cannot start as they were asked to: what is wrong, and the mend, in one line.
final class WrongOption extends Exception {
    private static final long serialVersionUID = 1;

    WrongOption(String what, String mend) {
        super(what + " - " + mend);
    }
}
