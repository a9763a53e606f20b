package org.santral.server.directory.outside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.Caller;
import org.santral.caller.LookUp;
import org.santral.server.directory.Directory;
import org.santral.server.numbers.PhoneNumbers;

/// The own book first, then the others. The book's answer is given when the book gives it; what others know
/// completes the card, and is there at once only where it was remembered or the settings let a route wait.
final class WiderDirectory implements Directory {
    private final Directory book;
    private final PhoneNumbers numbers;
    private final InOrder others;
    private final boolean always;
    private final Duration wait;

    /// @param always whether the others are asked beside the book, and not only when it knows nobody
    /// @param wait how long an answer may be held back for them
    WiderDirectory(Directory book, PhoneNumbers numbers, InOrder others, boolean always, Duration wait) {
        this.book = book;
        this.numbers = numbers;
        this.others = others;
        this.always = always;
        this.wait = wait;
    }

    @Override
    public void learn(Caller caller, long customer, @Nullable Long instead, AgentId by) {
        book.learn(caller, customer, instead, by);
    }

    @Override
    public LookUp lookUp(Caller caller, Consumer<LookUp> late) {
        PhoneNumbers.Reading reading = numbers.read(caller.number());
        if (others.isEmpty() || !reading.isNumber()) {
            return book.lookUp(caller, late);
        }
        return new Question(reading, late).answer(caller);
    }

    /// One call's question, and what of its answer is there.
    private final class Question {
        private final PhoneNumbers.Reading reading;
        private final Consumer<LookUp> late;
        private @Nullable LookUp own;
        private InOrder.@Nullable Verdict verdict;
        private boolean answered;

        Question(PhoneNumbers.Reading reading, Consumer<LookUp> late) {
            this.reading = reading;
            this.late = late;
        }

        LookUp answer(Caller caller) {
            CompletableFuture<InOrder.Verdict> asked = always ? others.ask(reading) : null;
            LookUp ofBook = book.lookUp(caller, this::bookWasLate);
            if (ofBook instanceof LookUp.Found && asked == null) {
                return ofBook;
            }
            CompletableFuture<InOrder.Verdict> outside = asked == null ? others.ask(reading) : asked;
            outside.thenAccept(this::othersAnswered);
            if (!(ofBook instanceof LookUp.Found)) {
                waitFor(outside);
            }
            synchronized (this) {
                if (own == null) {
                    own = ofBook;
                }
                answered = true;
                return told(own, verdict);
            }
        }

        private void waitFor(CompletableFuture<InOrder.Verdict> outside) {
            if (wait.isZero()) {
                return;
            }
            try {
                outside.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // Then it completes the card.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void othersAnswered(InOrder.Verdict said) {
            verdict = said;
            // Before the answer was given it becomes a part of it; beside a customer of ours it changes nothing.
            if (answered && !(own instanceof LookUp.Found)) {
                complete();
            }
        }

        /// It goes before everybody else also when it comes after them.
        private synchronized void bookWasLate(LookUp ofBook) {
            own = ofBook;
            if (answered) {
                complete();
            }
        }

        private void complete() {
            if (own != null) {
                late.accept(told(own, verdict));
            }
        }

        private LookUp told(LookUp ofBook, InOrder.@Nullable Verdict outside) {
            List<Because> said = outside == null
                    ? List.of(Because.of(Rules.MATCH_OUTSIDE_ASKED, "directories", others.names()))
                    : outside.said();
            return switch (ofBook) {
                case LookUp.Found found -> outside == null ? found : beside(found, outside);
                case LookUp.NotFound none ->
                    outside == null || outside.candidates().isEmpty()
                            ? new LookUp.NotFound(none.e164(), none.display(), said)
                            : found(outside, Because.of(Rules.MATCH_NONE, "number", none.display()));
                case LookUp.Unanswered silent ->
                    outside == null || outside.candidates().isEmpty()
                            ? new LookUp.Unanswered(silent.display(), silent.reason(), said)
                            : found(outside, Because.of(Rules.MATCH_UNANSWERED, "reason", silent.reason()));
            };
        }

        /// What the book itself said of this order stands first: that agents chose so before, for example.
        private LookUp beside(LookUp.Found found, InOrder.Verdict outside) {
            List<Because> said = new ArrayList<>(found.said());
            said.addAll(outside.said());
            return new LookUp.Found(found.e164(), found.display(), found.candidates(), List.copyOf(said));
        }

        private LookUp found(InOrder.Verdict outside, Because ofBook) {
            List<Because> said = new ArrayList<>();
            said.add(ofBook);
            said.addAll(outside.said());
            return new LookUp.Found(reading.e164(), reading.display(), outside.candidates(), List.copyOf(said));
        }
    }
}
