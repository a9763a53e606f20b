package org.santral.server.directory.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.Candidate;
import org.santral.server.numbers.PhoneNumbers;

/// The outside directories in the order in which they are believed. All are asked at once, to save time; but a
/// later one's answer counts only when all before it had none, were late or away.
final class InOrder {
    private final List<BudgetedOutside> directories;

    InOrder(List<BudgetedOutside> directories) {
        this.directories = List.copyOf(directories);
    }

    /// @param candidates of the first that knew the number; empty when none did
    /// @param said what each said, up to that one
    record Verdict(List<Candidate> candidates, List<Because> said) {}

    boolean isEmpty() {
        return directories.isEmpty();
    }

    String names() {
        return directories.stream().map(BudgetedOutside::name).collect(Collectors.joining(", "));
    }

    List<BudgetedOutside> all() {
        return directories;
    }

    /// Never blocks and never fails; there at the latest when the longest budget is over.
    CompletableFuture<Verdict> ask(PhoneNumbers.Reading reading) {
        List<CompletableFuture<Answer>> answers =
                directories.stream().map(one -> one.ask(reading)).toList();
        return judge(answers, 0, new ArrayList<>());
    }

    private CompletableFuture<Verdict> judge(List<CompletableFuture<Answer>> answers, int next, List<Because> said) {
        if (next == answers.size()) {
            return CompletableFuture.completedFuture(new Verdict(List.of(), List.copyOf(said)));
        }
        return answers.get(next).thenCompose(answer -> {
            said.add(told(directories.get(next).name(), answer));
            return answer instanceof Answer.Knows(List<Candidate> candidates)
                    ? CompletableFuture.completedFuture(new Verdict(candidates, List.copyOf(said)))
                    : judge(answers, next + 1, said);
        });
    }

    private static Because told(String directory, Answer answer) {
        return switch (answer) {
            case Answer.Knows knows ->
                Because.of(
                        Rules.MATCH_OUTSIDE,
                        "directory",
                        directory,
                        "candidates",
                        Integer.toString(knows.candidates().size()));
            case Answer.Nobody nobody -> Because.of(Rules.MATCH_OUTSIDE_NONE, "directory", directory);
            case Answer.Late late ->
                Because.of(Rules.MATCH_OUTSIDE_LATE, "directory", directory, "millis", Long.toString(late.millis()));
            case Answer.Away away ->
                Because.of(Rules.MATCH_OUTSIDE_AWAY, "directory", directory, "reason", away.reason());
        };
    }
}
