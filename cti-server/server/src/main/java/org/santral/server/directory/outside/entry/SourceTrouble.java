package org.santral.server.directory.outside.entry;

import java.util.Locale;
import org.santral.caller.CleanText;

/// Why a directory could not answer, in words for an administrator. Holds no secret.
public final class SourceTrouble extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    public SourceTrouble(String reason, Throwable cause) {
        super(bounded(reason), cause);
    }

    public SourceTrouble(String reason) {
        super(bounded(reason));
    }

    public static SourceTrouble of(Exception cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName().replaceFirst("(Exception|Error)$", "");
        return new SourceTrouble(message == null ? name.toLowerCase(Locale.ROOT) : name + ": " + message, cause);
    }

    /// A server's own words are a stranger's text.
    private static String bounded(String reason) {
        String clean = CleanText.text(reason.replaceAll("\\s+", " "));
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
