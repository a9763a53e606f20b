package org.santral.server.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.santral.lines.Lines;
import org.santral.pbx.PbxId;
import org.santral.server.masking.Masking;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// A stretch of production as a scenario of the golden tests: masked, compared with the original, and searched
/// for what must not be in it.
///
/// @param before the inputs of `NAME.before`
/// @param events the inputs of `NAME.events`
/// @param calls how many calls it holds
record Scenario(List<Input> before, List<Input> events, int calls) {
    /// Where every scenario begins: when production was it is nobody's business.
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private static final int ATTEMPTS = 8;
    private static final int KEY_BYTES = 32;

    /// @param keepsNumbers whether the site's extensions, dialled numbers and devices stay
    /// @throws Unusable where it holds no call, or cannot be masked
    static Scenario of(PbxId pbx, Cut cut, Instant from, boolean keepsNumbers) {
        List<Input> before = cut.before();
        List<Input> events = cut.events();
        long calls = events.stream()
                .flatMap(input -> About.calls(input).stream())
                .distinct()
                .count();
        if (calls == 0) {
            throw new Unusable(1, "no call began and ended in that stretch: write a longer one");
        }
        List<Input> all = Stream.concat(before.stream(), events.stream()).toList();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            Masking masking = new Masking(cut.site(), keepsNumbers, Duration.between(from, BEGINNING), key);
            List<Input> masked = all.stream().map(masking::of).toList();
            // By chance a short word may become another word of the stretch: the next key tells them apart.
            if (masking.leaks().isEmpty() && shape(pbx, all).equals(shape(new PbxId("pbx1"), masked))) {
                return new Scenario(
                        masked.subList(0, before.size()), masked.subList(before.size(), masked.size()), (int) calls);
            }
        }
        throw new Unusable(
                1, "masked, it would not lead to the same effects, or show what it must hide: nothing was written");
    }

    /// What comes of each input, without whom it is about.
    private static List<String> shape(PbxId pbx, List<Input> inputs) {
        Switchboard switchboard = new Switchboard(pbx);
        List<String> shape = new ArrayList<>();
        for (Input input : inputs) {
            switchboard.apply(input).forEach(effect -> shape.add(Shape.of(effect)));
        }
        return shape;
    }

    /// @throws Unusable where there is such a scenario already
    void write(Path scenarios, String name) throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            throw new Unusable(
                    2, "a scenario's name is of small letters, digits and hyphens: write another than " + name);
        }
        Path folder = scenarios.resolve(name);
        if (Files.exists(folder)) {
            throw new Unusable(1, "there is a scenario " + name + " already in " + scenarios + ": choose another name");
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".before"), lines(before));
        Files.write(folder.resolve(name + ".events"), lines(events));
    }

    private static List<String> lines(List<Input> inputs) {
        return inputs.stream().map(Lines::write).toList();
    }
}
