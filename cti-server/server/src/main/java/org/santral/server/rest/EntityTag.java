package org.santral.server.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The version of a thing as HTTP carries it (RFC 9110, 8.8.3): `"7"`. Whoever changes something says which version
/// they
/// have seen, so that nobody overwrites what they have not read.
public final class EntityTag {
    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"?([0-9]{1,9})\"?\\s*");

    private EntityTag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /// @param ifMatch the header `If-Match`, null where there is none
    /// @throws Refusal 428 where there is none, 400 where it is no tag of ours
    public static int wanted(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "Which version?",
                    "Send If-Match with the ETag that you read, so that nobody's change is overwritten unseen.");
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Refusal.ofParameter("If-Match", "invalid", "Send the ETag as it was read, such as \"7\".");
        }
        return Integer.parseInt(tag.group(1));
    }
}
