package org.santral.server.directory.outside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.directory.outside.entry.Source;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.santral.server.numbers.PhoneNumbers;

/// A directory whose answers a test decides.
final class Fake implements Source {
    static final PhoneNumbers NUMBERS = new PhoneNumbers("IR", "9");
    static final Duration BUDGET = Duration.ofMillis(300);
    static final Duration KEEP = Duration.ofMinutes(10);
    static final Duration KEEP_UNKNOWN = Duration.ofMinutes(1);

    final List<String> asked = new ArrayList<>();

    @Nullable
    String fails;

    List<Entry> knows = List.of();
    /// What happens between a question and its answer.
    Runnable meanwhile = () -> {};

    static Entry entry(String key, String name, String... numbers) {
        return new Entry(
                key,
                name,
                null,
                null,
                null,
                null,
                null,
                List.of(numbers).stream()
                        .map(number -> new Entry.Numbered(number, "mobile"))
                        .toList());
    }

    BudgetedOutside named(String name, Clockwork clock) {
        return new BudgetedOutside(
                new BudgetedOutside.About(name, "fake", "here", BUDGET, KEEP, KEEP_UNKNOWN, 4),
                this,
                new Ranked(name, false, NUMBERS),
                clock);
    }

    @Override
    public List<Entry> withNumber(PhoneNumbers.Reading reading) throws SourceTrouble {
        asked.add(reading.e164());
        meanwhile.run();
        if (fails != null) {
            throw new SourceTrouble(fails);
        }
        return knows;
    }

    @Override
    public void close() {}
}
