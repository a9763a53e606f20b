package org.santral.asterisk.translate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.santral.asterisk.ami.AmiFramer;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.Oddities;
import org.santral.lines.Lines;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Input;

/// One folder of recorded traffic: `NAME.ami` and what it must be understood as, `NAME.events`.
public record Scenario(Path folder) {
    public static final Path ALL = Path.of("../call-model/src/test/resources/scenarios");
    /// Recorded without a drive at an exchange whose dialplan is not ours, by an account that hears everything.
    private static final Path ANOTHER_DIALPLAN = ALL.resolveSibling("another-dialplan");

    static final Instant RECEIVED = Instant.parse("2026-11-21T00:00:00Z");

    public static Stream<Scenario> all() throws IOException {
        return Stream.concat(in(ALL).stream(), in(ANOTHER_DIALPLAN).stream());
    }

    private static List<Scenario> in(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(folder.getFileName() + ".ami")))
                    .sorted()
                    .map(Scenario::new)
                    .toList();
        }
    }

    public static Scenario named(String name) {
        return new Scenario(ALL.resolve(name));
    }

    static Scenario ofAnotherDialplan(String name) {
        return new Scenario(ANOTHER_DIALPLAN.resolve(name));
    }

    public byte[] recording() {
        try {
            return Files.readAllBytes(folder.resolve(folder.getFileName() + ".ami"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path golden() {
        return folder.resolve(folder.getFileName() + ".events");
    }

    public List<byte[]> blocks(Oddities oddities) {
        List<byte[]> blocks = new ArrayList<>();
        byte[] bytes = recording();
        new AmiFramer(oddities).feed(bytes, bytes.length, blocks::add);
        return blocks;
    }

    static List<Input> understood(List<byte[]> blocks, Oddities oddities) {
        List<Input> inputs = new ArrayList<>();
        AsteriskTranslator translator = new AsteriskTranslator(new PbxId("pbx1"), oddities, inputs::add);
        blocks.forEach(block -> translator.take(new AmiMessage(block, RECEIVED)));
        return inputs;
    }

    List<String> lines() {
        Oddities oddities = new Oddities();
        return understood(blocks(oddities), oddities).stream().map(Lines::write).toList();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
