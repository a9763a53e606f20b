package org.santral.bench.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.santral.bench.Figure;
import org.santral.bench.chaos.check.Finding;
import org.santral.bench.chaos.check.Reckoning;
import org.santral.bench.chaos.faults.Fault;

/// Tells what was done, what was found, and the figures.
final class Report {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final PrintStream out;
    private final Plan plan;

    Report(PrintStream out, Plan plan) {
        this.out = out;
        this.plan = plan;
    }

    void say(String what) {
        out.println("[" + CLOCK.format(Instant.now()) + "] " + what);
        out.flush();
    }

    /// @return whether every target is held
    boolean print(Reckoning reckoning, List<Fault> faults, int strays, Duration lasted) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Faults");
        lines.add("%-13s %-19s %7s %7s %6s  %s".formatted("at", "kind", "asked", "lasted", "calls", "seen of it"));
        faults.stream().sorted(Comparator.comparing(Fault::from)).forEach(fault -> lines.add(line(fault)));
        lines.add("");
        lines.add("Findings");
        if (reckoning.findings().isEmpty()) {
            lines.add("none");
        }
        reckoning.findings().stream()
                .sorted(Comparator.comparing(Finding::verdict).thenComparing(Finding::call))
                .forEach(found -> tell(lines, found));
        lines.add("");
        Files.write(plan.home().resolve("report.txt"), lines);
        lines.forEach(out::println);
        List<Figure> figures = figures(reckoning, faults, strays, lasted);
        figures.forEach(figure -> figure.print(out));
        return figures.stream().allMatch(Figure::ok);
    }

    private static String line(Fault fault) {
        return "%-13s %-19s %7s %7s %6d  %s"
                .formatted(
                        CLOCK.format(fault.from()),
                        fault.what(),
                        fault.span().isZero() ? "" : seconds(fault.span()),
                        seconds(Duration.between(fault.from(), fault.until())),
                        fault.calls(),
                        fault.effect());
    }

    private static String seconds(Duration span) {
        return "%.1f s".formatted(span.toMillis() / 1000.0);
    }

    private static void tell(List<String> lines, Finding found) {
        lines.add("%s call %d (%s): %s".formatted(found.verdict(), found.call(), found.kind(), found.why()));
        found.truth().forEach(line -> lines.add("    saw " + line));
        found.rows().forEach(line -> lines.add("    " + line));
    }

    private List<Figure> figures(Reckoning reckoning, List<Fault> faults, int strays, Duration lasted) {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("seed", Long.toString(plan.seed()));
        context.put("seconds", Long.toString(lasted.toSeconds()));
        context.put("rows", Integer.toString(reckoning.rows()));
        context.put("found-no-exchange", Integer.toString(reckoning.refused()));
        context.put("sightings-of-no-call", Integer.toString(strays));
        context.put("kept-in", relative(plan.home()));
        return List.of(
                Figure.told("chaos.calls", reckoning.reached(), "calls", context),
                Figure.atLeast(plan.faults(), "chaos.faults", faults.size(), "faults", Map.of()),
                none("chaos.missing", reckoning, Finding.Verdict.MISSING),
                none("chaos.double", reckoning, Finding.Verdict.DOUBLE),
                none("chaos.wrong", reckoning, Finding.Verdict.WRONG),
                Figure.told("chaos.unknown", reckoning.count(Finding.Verdict.UNKNOWN), "calls", Map.of()));
    }

    private String relative(Path home) {
        return plan.root().relativize(home).toString();
    }

    private static Figure none(String name, Reckoning reckoning, Finding.Verdict verdict) {
        return Figure.atMost(0, name, reckoning.count(verdict), "calls", Map.of());
    }
}
