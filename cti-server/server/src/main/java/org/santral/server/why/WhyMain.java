package org.santral.server.why;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.santral.pbx.PbxId;

/// `scripts/why PBX/CALL`: the story of a call on the command line, with the server up or down.
public final class WhyMain {

    private WhyMain() {}

    /// @param args folder of the journals, `pbx/call`
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String call = args[1];
        int slash = call.indexOf('/');
        if (slash < 1) {
            System.err.println("why: " + call + " is no call: write PBX/ID, as the history shows it");
            System.exit(2);
        }
        Why why = CallStory.of(
                Path.of(args[0]).resolve(call.substring(0, slash)),
                new PbxId(call.substring(0, slash)),
                call.substring(slash + 1));
        if (why.steps().isEmpty()) {
            System.err.println("why: the journal in " + args[0] + " does not know " + call
                    + ": it is older than what is kept, or no call");
            System.exit(1);
        }
        for (Why.Step step : why.steps()) {
            String facts = step.facts().stream()
                    .map(fact -> fact.name() + "=" + fact.value())
                    .collect(Collectors.joining(" "));
            out.println(Visible.of(String.format(
                    Locale.ROOT,
                    "%s %+12.3f ms  %-10s %s  %s",
                    Instant.ofEpochMilli(step.at()),
                    step.afterMillis(),
                    step.kind(),
                    step.what(),
                    facts)));
        }
    }
}
