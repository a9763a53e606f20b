package org.santral.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.caller.Candidate;
import org.santral.caller.LookUp;
import org.santral.server.database.Pool;
import org.santral.server.numbers.PhoneNumbers;

/// A call never waits for the book: not when its tables are locked, not when its process is gone.
@Tag("db")
@Timeout(60)
class BudgetedDirectoryTest {
    private static final Duration BUDGET = Duration.ofMillis(200);
    /// The budget and what a busy machine needs on top of it.
    private static final Duration SOON = Duration.ofMillis(1_500);

    private final Pool pool = Pool.own();
    private final PhoneNumbers numbers = new PhoneNumbers("IR", "9");
    private final AtomicInteger questions = new AtomicInteger();
    private final BudgetedDirectory directory = new BudgetedDirectory(
            numbers,
            new Book(pool.sql(() -> counting())),
            new Lessons(pool.sql(), java.time.InstantSource.system()),
            new CustomerNames(),
            BUDGET,
            new Promptness(System::nanoTime));
    private final Shelf shelf = new Shelf(pool.sql(), numbers);

    BudgetedDirectoryTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        pool.close();
    }

    @Test
    void aCallerOfLatelyIsKnownFromMemoryWhileTheTablesAreLockedAndAStrangerIsUnanswered() throws Exception {
        shelf.person("Anna", null, "02130000001");
        shelf.person("Boris", null, "02130000002");
        warm();
        await().until(() -> names(ask("02130000001")).equals(List.of("Anna")));

        try (Connection other = locked()) {
            long began = System.nanoTime();
            LookUp stranger = ask("02130000002");
            LookUp known = ask("02130000001");
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            assertThat(stranger).isEqualTo(new LookUp.Unanswered("021 3000 0002", "no answer within 200 ms"));
            assertThat(names(known)).containsExactly("Anna");
            assertThat(took).isBetween(BUDGET, SOON.multipliedBy(2));
            other.createStatement().execute("unlock tables");
        }
        await().until(() -> ask("02130000002") instanceof LookUp.Found);
    }

    @Test
    void theAnswerOfASlowDatabaseComesLateAndNotNever() throws Exception {
        shelf.person("Emil", null, "02130000007");
        warm();
        CompletableFuture<LookUp> late = new CompletableFuture<>();
        try (Connection other = locked()) {
            LookUp inTime = directory.lookUp(new Caller(CallerClass.NUMBER, "02130000007", ""), late::complete);

            assertThat(inTime).isInstanceOf(LookUp.Unanswered.class);
            assertThat(late).isNotDone();
            other.createStatement().execute("unlock tables");
        }
        assertThat(names(late.get(10, TimeUnit.SECONDS))).containsExactly("Emil");
        assertThat(names(ask("02130000007"))).containsExactly("Emil");
    }

    @Test
    void aStoppedDatabaseAnswersWithinTheBudgetToo() {
        shelf.person("Clara", null, "02130000003");
        warm();
        await().until(() -> names(ask("02130000003")).equals(List.of("Clara")));
        pool.database().stop();
        try {
            long began = System.nanoTime();
            LookUp stranger = ask("02130000004");
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            assertThat(stranger).isInstanceOf(LookUp.Unanswered.class);
            assertThat(took).isLessThan(SOON);
            assertThat(names(ask("02130000003"))).containsExactly("Clara");
        } finally {
            pool.database().start();
        }
        await().atMost(Duration.ofSeconds(15)).until(() -> ask("02130000004") instanceof LookUp.NotFound);
    }

    @Test
    void whoGaveUpWaitingAsksNothingAfterwards() throws Exception {
        shelf.person("Dora", null, "02130000005");
        warm();
        List<CompletableFuture<LookUp>> callers = new ArrayList<>();
        int before;
        try (Connection other = locked()) {
            before = questions.get();
            for (int i = 0; i < 200; i++) {
                callers.add(CompletableFuture.supplyAsync(() -> ask("02130000006"), Thread::startVirtualThread));
            }
            callers.forEach(caller -> assertThat(caller.join()).isInstanceOf(LookUp.Unanswered.class));
            other.createStatement().execute("unlock tables");
        }
        await().until(() -> ask("02130000005") instanceof LookUp.Found);
        // Eight may ask at once, and the one that was found asks for the customer and for the last contacts.
        assertThat(questions.get() - before).isBetween(2, 30);
    }

    @Test
    void aTextThatIsNoNumberIsNotLookedUp() {
        warm();
        int before = questions.get();

        assertThat(ask("anonymous")).isEqualTo(new LookUp.NotFound("", "anonymous"));
        assertThat(ask("'; drop table customer; --")).isInstanceOf(LookUp.NotFound.class);
        assertThat(questions.get()).isEqualTo(before);
    }

    /// The first question of a JVM loads classes for longer than the budget: its answer is waited for.
    private void warm() {
        CompletableFuture<LookUp> late = new CompletableFuture<>();
        if (directory.lookUp(new Caller(CallerClass.NUMBER, "02139999999", ""), late::complete)
                instanceof LookUp.Unanswered) {
            late.orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    private LookUp ask(String number) {
        return directory.lookUp(new Caller(CallerClass.NUMBER, number, ""), late -> {});
    }

    private static List<String> names(LookUp answer) {
        return answer instanceof LookUp.Found found
                ? found.candidates().stream()
                        .map(Candidate::customer)
                        .map(customer -> customer.name())
                        .toList()
                : List.of();
    }

    private Connection locked() throws SQLException {
        Connection other = pool.another();
        other.createStatement().execute("lock tables customer_number write, customer write");
        return other;
    }

    private ExecuteListener counting() {
        return new ExecuteListener() {
            private static final long serialVersionUID = 1L;

            @Override
            public void executeStart(ExecuteContext context) {
                questions.incrementAndGet();
            }
        };
    }
}
