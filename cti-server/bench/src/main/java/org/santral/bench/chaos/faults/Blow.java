package org.santral.bench.chaos.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// One thing that will go wrong, after so many calls were placed. Those of a run are told by its seed alone.
///
/// @param span how long it lasts, zero when it is over at once
public record Blow(int afterCalls, What what, Duration span) {
    private static final int ONE_PAIR_IN = 6;

    /// Each kind comes once before any comes twice; one blow in six falls together with another.
    ///
    /// @return in the order in which they fall
    public static List<Blow> draw(long seed, int count, int calls) {
        Random random = new Random(seed);
        List<What> kinds = new ArrayList<>();
        while (kinds.size() < count) {
            List<What> all = new ArrayList<>(List.of(What.values()));
            Collections.shuffle(all, random);
            kinds.addAll(all);
        }
        List<Blow> blows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            What what = kinds.get(i);
            int after = slot(i, count, calls, random);
            if (!blows.isEmpty() && fitsLast(blows, what) && random.nextInt(ONE_PAIR_IN) == 0) {
                after = blows.getLast().afterCalls;
            }
            int span = what.longest() == 0 ? 0 : random.nextInt(what.shortest() * 1000, what.longest() * 1000);
            blows.add(new Blow(after, what, Duration.ofMillis(span)));
        }
        return blows;
    }

    /// Whether the last blow, or those that fall together with it, leave this part alone.
    private static boolean fitsLast(List<Blow> blows, What what) {
        int last = blows.getLast().afterCalls;
        return blows.stream().noneMatch(blow -> blow.afterCalls == last && blow.what.part() == what.part());
    }

    /// Evenly over the run with some chance; the first tenth of a slot stays quiet.
    private static int slot(int i, int count, int calls, Random random) {
        double width = (double) calls / (count + 1);
        return (int) (width * (i + 0.6 + 0.8 * random.nextDouble()));
    }
}
