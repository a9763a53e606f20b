package org.santral.server.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.santral.lines.Lines;
import org.santral.pbx.PbxId;
import org.santral.server.why.Visible;

/// `scripts/replay`: a past moment on the command line, with the server up or down.
public final class ReplayMain {
    private final PrintStream out;
    private final PrintStream err;
    private final Wanted wanted;
    private final Instant now;
    private final PbxId pbx;
    private final Path folder;
    private final ZoneId zone;

    private ReplayMain(Wanted wanted, PrintStream out, PrintStream err, InstantSource clock) throws IOException {
        this.out = out;
        this.err = err;
        this.wanted = wanted;
        this.now = clock.instant();
        String journal = wanted.option("--journal");
        Path journals = Path.of(journal == null ? ".santral/server/journal" : journal);
        this.pbx = new PbxId(exchange(journals, wanted.option("--pbx")));
        this.folder = journals.resolve(pbx.value());
        this.zone = ZoneId.of(Tape.of(folder).site().zone());
    }

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, InstantSource.system(), args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /// @return 0, 1 where the journal does not have it, 2 where it was not understood
    static int run(PrintStream out, PrintStream err, InstantSource clock, String... args) throws IOException {
        try {
            return new ReplayMain(Wanted.read(args), out, err, clock).run();
        } catch (Unusable e) {
            err.println("replay: " + Visible.of(String.valueOf(e.getMessage())));
            return e.code();
        }
    }

    private static String exchange(Path journals, @Nullable String named) throws IOException {
        List<String> there;
        try (Stream<Path> folders = Files.isDirectory(journals) ? Files.list(journals) : Stream.empty()) {
            there = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
        if (named != null) {
            if (!there.contains(named)) {
                throw new Unusable(
                        1, "there is no journal of " + named + " in " + journals + ": there is " + list(there));
            }
            return named;
        }
        if (there.size() != 1) {
            throw new Unusable(
                    there.isEmpty() ? 1 : 2,
                    there.isEmpty()
                            ? "there is no journal in " + journals + ": name its folder with --journal"
                            : "several exchanges have a journal: choose one with --pbx: " + list(there));
        }
        return there.getFirst();
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private int run() throws IOException {
        return switch (wanted.does()) {
            case "--at" -> at(time(wanted.words().getFirst()));
            case "--effects" ->
                effects(time(wanted.words().getFirst()), time(wanted.words().getLast()));
            case "--golden" ->
                golden(
                        wanted.words().getFirst(),
                        time(wanted.words().get(1)),
                        time(wanted.words().getLast()));
            default -> check();
        };
    }

    private Instant time(String text) {
        WrittenTime time = WrittenTime.read(text, wanted.option("--date"), zone, now);
        if (time.twice()) {
            err.println("replay: the clock showed " + text + " twice on that day: this is the first, " + time.at());
        }
        return time.at();
    }

    private int at(Instant moment) throws IOException {
        return switch (new TimeMachine(folder, pbx).at(moment, now, inputs -> true)) {
            case Past.Seen(Moment seen) -> {
                if (wanted.has("--json")) {
                    out.println(Lines.write(seen.snapshot()));
                } else {
                    BoardText.of(seen).forEach(line -> out.println(Visible.of(line)));
                }
                yield 0;
            }
            case Past.Missing missing -> throw new Unusable(1, MissingText.of(missing, zone));
        };
    }

    private int effects(Instant from, Instant to) throws IOException {
        if (to.isBefore(from)) {
            throw new Unusable(2, "the stretch ends before it begins: write the earlier time first");
        }
        Past.Missing missing = new TimeMachine(folder, pbx).effects(from, to, now, (input, effects) -> {
            out.println("// " + Lines.write(input));
            effects.forEach(effect -> out.println(Lines.write(effect)));
        });
        if (missing != null) {
            throw new Unusable(1, MissingText.of(missing, zone));
        }
        return 0;
    }

    private int golden(String name, Instant from, Instant to) throws IOException {
        if (to.isBefore(from)) {
            throw new Unusable(2, "the stretch ends before it begins: write the earlier time first");
        }
        Cut cut = new Cut(pbx, from, to);
        Past.Missing missing = new TimeMachine(folder, pbx).cut(from, now, cut);
        if (missing != null) {
            throw new Unusable(1, MissingText.of(missing, zone));
        }
        Scenario scenario = Scenario.of(pbx, cut, from, !wanted.has("--map-numbers"));
        String into = wanted.option("--into");
        Path scenarios = Path.of(into == null ? "cti-server/call-model/src/test/resources/scenarios" : into);
        scenario.write(scenarios, name);
        out.println(scenarios.resolve(name) + ": " + scenario.calls() + " calls, "
                + scenario.events().size() + " inputs, masked. Write what comes of them with scripts/golden effects.");
        return 0;
    }

    private int check() throws IOException {
        String database = wanted.option("--database");
        Checked found = new TimeMachine(folder, pbx).check(database == null ? null : HistoryRows.read(database, pbx));
        Checked.Sums sums = found.sums();
        found.differences().forEach(difference -> out.println(Visible.of(difference)));
        out.println(sums.inputs() + " inputs played twice, " + sums.effects() + " effects");
        out.println(sums.deliveries() + " cards that reached a screen looked for, " + sums.older()
                + " belong to calls from before what is kept");
        if (database != null) {
            out.println(sums.records() + " calls that ended looked for in the history, " + sums.repaired()
                    + " repaired there since");
        }
        out.println(sums.differing() == 0 ? "no difference" : sums.differing() + " differences");
        if (found.missing() != null) {
            throw new Unusable(1, MissingText.of(found.missing(), zone));
        }
        return sums.differing() == 0 ? 0 : 1;
    }
}
