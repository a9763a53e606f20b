package org.santral.bench.house;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.santral.bench.traffic.RecordedCall;

/// Which calls were played, compared with what stands in the history.
///
/// @param lost played, but not there as a whole: no row, no end, or fewer legs than the same call has elsewhere
/// @param doubled rows that no call was played for, or legs that stand more than once
public record Ledger(int played, long rows, int lost, int doubled) {

    public static Ledger of(Map<String, RecordedCall> played, BenchDatabase database) throws SQLException {
        Set<String> whole = database.words("select call_id from call_record where ended_at is not null");
        Map<String, Integer> legs = new HashMap<>();
        database.words("select concat(call_id, ' ', count(*)) from call_record"
                        + " join call_leg on record_id = id group by pbx, call_id")
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    legs.put(line.substring(0, space), Integer.parseInt(line.substring(space + 1)));
                });
        Map<RecordedCall, Integer> usual = usual(played, legs);
        Set<String> lost = new HashSet<>(played.keySet());
        lost.removeAll(whole);
        Set<String> doubled = new HashSet<>(whole);
        doubled.removeAll(played.keySet());
        played.forEach((call, recording) -> {
            int has = legs.getOrDefault(call, 0);
            if (has < usual.getOrDefault(recording, 0)) {
                lost.add(call);
            } else if (has > usual.getOrDefault(recording, 0)) {
                doubled.add(call);
            }
        });
        return new Ledger(
                played.size(), database.count("select count(*) from call_record"), lost.size(), doubled.size());
    }

    /// How many legs most copies of each recording have.
    private static Map<RecordedCall, Integer> usual(Map<String, RecordedCall> played, Map<String, Integer> legs) {
        Map<RecordedCall, Map<Integer, Integer>> votes = new HashMap<>();
        played.forEach((call, recording) -> votes.computeIfAbsent(recording, unused -> new HashMap<>())
                .merge(legs.getOrDefault(call, 0), 1, Integer::sum));
        Map<RecordedCall, Integer> usual = new HashMap<>();
        votes.forEach((recording, counts) -> usual.put(
                recording,
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey()));
        return usual;
    }
}
