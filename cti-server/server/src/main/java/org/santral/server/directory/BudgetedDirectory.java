package org.santral.server.directory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.caller.Caller;
import org.santral.caller.LookUp;
import org.santral.server.numbers.PhoneNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The book behind a time budget: a call never waits for a database. While the book is away, callers of lately
/// are known from memory.
final class BudgetedDirectory implements Directory {
    private static final Logger LOG = LoggerFactory.getLogger(BudgetedDirectory.class);
    private static final int REMEMBERED = 20_000;
    /// Fair, because the connection pool is not: with many waiting threads its slowest are served after
    /// seconds.
    private static final int AT_ONCE = 8;

    private final PhoneNumbers numbers;
    private final Book book;
    private final Lessons lessons;
    private final CustomerNames names;
    private final Duration budget;
    private final Promptness promptness;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Executor threads = Thread::startVirtualThread;
    private final Map<String, Book.Answer> lately = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Book.Answer> eldest) {
            return size() > REMEMBERED;
        }
    };

    BudgetedDirectory(
            PhoneNumbers numbers,
            Book book,
            Lessons lessons,
            CustomerNames names,
            Duration budget,
            Promptness promptness) {
        this.numbers = numbers;
        this.book = book;
        this.lessons = lessons;
        this.names = names;
        this.budget = budget;
        this.promptness = promptness;
    }

    @Override
    public LookUp lookUp(Caller caller, Consumer<LookUp> late) {
        PhoneNumbers.Reading reading = numbers.read(caller.number());
        if (!reading.isNumber()) {
            return new LookUp.NotFound("", reading.display());
        }
        long until = System.nanoTime() + budget.toNanos();
        CompletableFuture<Book.Answer> asked = CompletableFuture.supplyAsync(() -> ask(reading, until), threads);
        try {
            LookUp answer = answer(reading, asked.get(budget.toMillis(), TimeUnit.MILLISECONDS));
            promptness.answered(true);
            return answer;
        } catch (TimeoutException e) {
            LookUp known = fromMemory(reading, "no answer within " + budget.toMillis() + " ms");
            if (known instanceof LookUp.Unanswered) {
                asked.thenAccept(found -> late.accept(answer(reading, found)));
            }
            return known;
        } catch (ExecutionException e) {
            return fromMemory(reading, "the database is away");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fromMemory(reading, "stopping");
        }
    }

    /// The first question of all loads classes for longer than a caller may wait: it is asked before there is
    /// one.
    void warmUp() {
        threads.execute(() -> {
            try {
                book.withNumber(numbers.read(""));
            } catch (DataAccessException e) {
                LOG.debug("The first question to the book was not answered", e);
            }
        });
    }

    /// Whose budget is over before their turn comes asks nothing: a database that comes back is not met by the
    /// questions of an hour.
    private Book.Answer ask(PhoneNumbers.Reading reading, long until) {
        try {
            if (!turns.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("no turn within " + budget.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopping", e);
        }
        try {
            Book.Answer found = book.ask(reading);
            remember(reading.e164(), found);
            return found;
        } finally {
            turns.release();
        }
    }

    private void remember(String e164, Book.Answer found) {
        names.remember(found.candidates());
        synchronized (lately) {
            lately.put(e164, found);
        }
    }

    private LookUp fromMemory(PhoneNumbers.Reading reading, String reason) {
        promptness.answered(false);
        Book.@Nullable Answer known;
        synchronized (lately) {
            known = lately.get(reading.e164());
        }
        return known == null ? new LookUp.Unanswered(reading.display(), reason) : answer(reading, known);
    }

    private static LookUp answer(PhoneNumbers.Reading reading, Book.Answer found) {
        return found.candidates().isEmpty()
                ? new LookUp.NotFound(reading.e164(), reading.display())
                : new LookUp.Found(reading.e164(), reading.display(), found.candidates(), found.said());
    }

    @Override
    public void learn(Caller caller, long customer, @Nullable Long instead, AgentId by) {
        PhoneNumbers.Reading reading = numbers.read(caller.number());
        lessons.learn(reading, customer, instead, by);
        synchronized (lately) {
            lately.remove(reading.e164());
        }
    }
}
