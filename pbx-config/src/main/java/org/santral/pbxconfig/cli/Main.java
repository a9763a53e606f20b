package org.santral.pbxconfig.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.santral.pbxconfig.asterisk.AsteriskConfiguration;
import org.santral.pbxconfig.asterisk.Installation;
import org.santral.pbxconfig.asterisk.Order;
import org.santral.pbxconfig.asterisk.Secrets;
import org.santral.pbxconfig.site.LoopbackNet;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.pbxconfig.yaml.Problem;
import org.santral.pbxconfig.yaml.SiteReading;
import org.santral.pbxconfig.yaml.SiteYaml;

/// `lint` and `generate`.
public final class Main {

    private static final String HELP = """
            pbx-config: from site.yaml to the configuration of an Asterisk

              lint     --site FILE                 say everything that is wrong or doubtful, change nothing
              generate --site FILE --out DIR --secrets FILE [--asterisk 16|22] [--net N] [--home DIR --rootfs DIR]
                                                   write the .conf files into DIR

              --secrets FILE   NAME=value lines; what is missing is made at random and added, readable by you alone
                               (of the ledger's database: LEDGER_WRITER_SECRET, LEDGER_READER_SECRET)
              --asterisk       the generation the files are for; 22 when left out
              --net N          move every address of the site into 127.N.0.0/16
              --home, --rootfs also write what an Asterisk of our own needs: where it lives, where its programs are
            """;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Main(
                        new PrintStream(System.out, true, StandardCharsets.UTF_8),
                        new PrintStream(System.err, true, StandardCharsets.UTF_8))
                .run(args));
    }

    /// @return the exit code: 0 done, 1 the site is wrong, 2 the command is wrong
    int run(String... args) {
        String command = args.length == 0 ? "--help" : args[0];
        try {
            return switch (command) {
                case "--help", "-h", "help" -> help();
                case "lint" -> lint(new Options(args, 1));
                case "generate" -> generate(new Options(args, 1));
                default -> throw new Usage("unknown command " + command + "; write lint or generate");
            };
        } catch (Usage | IOException e) {
            err.println("pbx-config: " + e.getMessage());
            return 2;
        }
    }

    private int help() {
        out.print(HELP);
        return 0;
    }

    private int lint(Options options) throws Usage, IOException {
        Path site = options.path("--site");
        if (read(site).isEmpty()) {
            return 1;
        }
        out.println(site.getFileName() + ": sound");
        return 0;
    }

    private int generate(Options options) throws Usage, IOException {
        Path target = options.path("--out");
        Path secretsFile = options.path("--secrets");
        Optional<SitePlan> read = read(options.path("--site"));
        if (read.isEmpty()) {
            return 1;
        }
        SitePlan plan = onNet(read.get(), options.net());
        Secrets secrets = SecretsFile.complete(secretsFile, Secrets.wanted(plan));
        Order order = new Order(plan, options.version(), secrets, installation(options));
        SortedMap<String, String> files = AsteriskConfiguration.generate(order);
        for (Map.Entry<String, String> file : files.entrySet()) {
            OwnFiles.write(target.resolve(file.getKey()), file.getValue());
        }
        OwnFiles.removeOthers(target, files.keySet());
        return 0;
    }

    private Optional<SitePlan> read(Path site) throws Usage, IOException {
        return switch (SiteYaml.read(text(site))) {
            case SiteReading.Sound(SitePlan plan, List<Problem> doubts) -> {
                doubts.forEach(doubt -> err.println(site.getFileName() + ": doubtful: " + doubt));
                yield Optional.of(plan);
            }
            case SiteReading.Unsound(List<Problem> problems) -> {
                problems.forEach(problem -> err.println(site.getFileName() + ": " + problem));
                yield Optional.empty();
            }
        };
    }

    private static String text(Path site) throws Usage, IOException {
        try {
            return Files.readString(site);
        } catch (NoSuchFileException _) {
            throw new Usage("there is no file " + site + "; name the site's description with --site");
        } catch (MalformedInputException _) {
            throw new Usage(site + " is not written in UTF-8; save it as UTF-8");
        }
    }

    private static SitePlan onNet(SitePlan plan, int net) throws Usage {
        if (net == 0) {
            return plan;
        }
        List<String> strangers = LoopbackNet.strangers(plan);
        if (!strangers.isEmpty()) {
            throw new Usage("--net moves loopback addresses only, and the site has " + String.join(", ", strangers)
                    + "; leave --net out, or use a site on 127.0.0.0/8");
        }
        return LoopbackNet.move(plan, net);
    }

    private static @Nullable Installation installation(Options options) throws Usage {
        Optional<Path> home = options.optionalPath("--home");
        Optional<Path> rootfs = options.optionalPath("--rootfs");
        if (home.isPresent() != rootfs.isPresent()) {
            throw new Usage("--home and --rootfs go together; write both or neither");
        }
        return home.isEmpty()
                ? null
                : new Installation(home.get().toString(), rootfs.orElseThrow().toString());
    }
}
