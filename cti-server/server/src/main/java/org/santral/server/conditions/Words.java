package org.santral.server.conditions;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.santral.because.Because;

/// The English sentences of each kind, for the log and for whoever asks without our pages.
final class Words {
    private static final Properties TEXTS = read();

    private Words() {}

    /// @param what is wrong, what it `means` for calls and history, and the `mend`
    record Sentences(String what, String means, String mend) {}

    static Sentences of(Kind kind, List<Because.Fact> facts) {
        return new Sentences(
                sentence(kind, "what", facts), sentence(kind, "means", facts), sentence(kind, "mend", facts));
    }

    private static String sentence(Kind kind, String part, List<Because.Fact> facts) {
        String text = TEXTS.getProperty(kind.key() + "." + part, "");
        for (Because.Fact fact : facts) {
            text = text.replace("{{" + fact.name() + "}}", fact.value());
        }
        return text;
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (var file = Words.class.getResourceAsStream("words.properties")) {
            if (file == null) {
                throw new IllegalStateException("words.properties is missing beside " + Words.class.getName());
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
