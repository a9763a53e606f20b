package org.santral.server.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What the headers and parameters of many requests say.
public final class Paging {
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,9})\"");

    private Paging() {}

    /// @throws Refusal unless it is 1 to `most`
    public static int limit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw Refusal.ofParameter("limit", "out-of-range", "Write a number from 1 to " + most + ".");
        }
        return limit;
    }

    public static Refusal noCursor(String name) {
        return Refusal.ofParameter(name, "invalid", "Take it from `next` of the page before.");
    }

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /// @param ifMatch the header
    /// @return the version that the writer read, null for `*`: any
    /// @throws Refusal 428 where it is missing, 400 where it is none of ours
    public static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "If-Match is missing",
                    "Send the ETag that you read as If-Match, so that nobody's change is lost.");
        }
        return optionalVersion(ifMatch);
    }

    /// The same where a writer may do without.
    public static @Nullable Integer optionalVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher one = ETAG.matcher(ifMatch.strip());
        if (!one.matches()) {
            throw Refusal.ofParameter("If-Match", "invalid", "Send one ETag as it was read, with its quotes.");
        }
        return Integer.valueOf(one.group(1));
    }
}
