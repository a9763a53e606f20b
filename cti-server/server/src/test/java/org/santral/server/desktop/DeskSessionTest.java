package org.santral.server.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.santral.server.people.Person;
import org.santral.server.people.Role;

/// What leaves at once, what waits, and in which order.
@Timeout(30)
class DeskSessionTest {
    private final SlowPipe pipe = new SlowPipe();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final List<DeskSession> gone = new CopyOnWriteArrayList<>();
    private final DeskSession session =
            new DeskSession(pipe, new Person("sara", "Sara", Set.of(Role.AGENT), "1001"), gone::add);

    @Test
    void aCardLeavesBeforeTheLoopGoesOnAndIsToldAsDeliveredWhenItWasTaken() {
        shown();
        card("one");
        assertThat(pipe.written).hasSize(2).last().isEqualTo("{\"type\":\"pop\",\"seq\":1,\"card\":\"one\"}");
        assertThat(delivered).isEmpty();
        pipe.taken(true);
        assertThat(delivered).containsExactly("one");
        card("two");
        assertThat(pipe.written).hasSize(3);
    }

    @Test
    void whatComesWhileACardIsOnItsWayFollowsInOrderWrittenByAThreadThatMayWait() {
        shown();
        card("one");
        session.send(delta("queue", "a"));
        card("two");
        session.beat(5);
        session.send(delta("queue", "b"));
        assertThat(pipe.written).hasSize(2);

        pipe.taken(true);
        await().until(() -> pipe.written.size() == 6);
        assertThat(pipe.written.subList(1, 6))
                .containsExactly(
                        "{\"type\":\"pop\",\"seq\":1,\"card\":\"one\"}",
                        "{\"type\":\"queue\",\"seq\":2,\"card\":\"a\"}",
                        "{\"type\":\"pop\",\"seq\":3,\"card\":\"two\"}",
                        "{\"type\":\"beat\",\"seq\":3,\"now\":5}",
                        "{\"type\":\"queue\",\"seq\":4,\"card\":\"b\"}");
        assertThat(delivered).containsExactly("one", "two");
        assertThat(pipe.writer()).isNotNull().matches(Thread::isVirtual).isNotEqualTo(Thread.currentThread());
    }

    @Test
    void manyMessagesOfBothKindsKeepTheirNumbersInOrderWhoeverWritesThem() throws Exception {
        shown();
        Thread browser = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    pipe.taken(true);
                } catch (java.util.NoSuchElementException nothingBegun) {
                    Thread.onSpinWait();
                }
            }
        });
        for (int i = 0; i < 20_000; i++) {
            if (i % 3 == 0) {
                card("c" + i);
            } else {
                session.send(delta("queue", "q" + i));
            }
            if (i % 100 == 0) {
                int sent = i;
                await().pollDelay(0, TimeUnit.MILLISECONDS)
                        .pollInterval(1, TimeUnit.MILLISECONDS)
                        .until(() -> pipe.written.size() == sent + 2);
            }
        }
        await().until(() -> pipe.written.size() == 20_001);
        browser.interrupt();
        List<String> numbers = new ArrayList<>();
        pipe.written.stream().skip(1).forEach(text -> numbers.add(text.replaceAll(".*\"seq\":(\\d+).*", "$1")));
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, 20_000)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(gone).isEmpty();
    }

    @Test
    void aTabThatTakesNothingDoesNotDelayTheOtherTabOfTheSameAgent() {
        SlowPipe otherPipe = new SlowPipe();
        DeskSession other = new DeskSession(otherPipe, session.person(), gone::add);
        shown();
        shown(other, otherPipe);
        for (int i = 0; i < 10; i++) {
            Delta delta = delta("pop", "c" + i);
            session.sendCard(delta, null);
            other.sendCard(delta, null);
            int sent = i + 2;
            await().until(() -> otherPipe.written.size() == sent);
            otherPipe.taken(true);
        }
        assertThat(pipe.written).hasSize(2);
    }

    @Test
    void aTabThatTakesNothingIsClosedWith4000WhenItsOutboxIsFull() throws Exception {
        shown();
        card("one");
        IntStream.range(0, 512).forEach(i -> session.send(delta("queue", "q" + i)));
        assertThat(gone).isEmpty();
        card("too many");
        assertThat(gone).containsExactly(session);
        session.send(delta("queue", "later"));
        assertThat(pipe.closed).isEmpty();

        // The frame that was begun is not torn: the farewell follows it.
        pipe.taken(true);
        assertThat(pipe.closed.poll(10, TimeUnit.SECONDS))
                .isNotNull()
                .satisfies(why -> assertThat(why.getCode()).isEqualTo(4000));
        assertThat(pipe.written).hasSize(3).last().asString().contains("resync");
        assertThat(delivered).containsExactly("one");
    }

    @Test
    void aBrowserThatIsGoneInTheMiddleOfACardLeaves() {
        shown();
        card("one");
        session.send(delta("queue", "a"));
        pipe.taken(false);
        assertThat(gone).containsExactly(session);
        card("two");
        assertThat(pipe.written).hasSize(2);
        assertThat(delivered).isEmpty();
    }

    /// The snapshot has been written.
    private void shown() {
        shown(session, pipe);
    }

    private static void shown(DeskSession session, SlowPipe pipe) {
        session.snapshot("{\"pops\":[]}");
        session.start();
        await().until(() -> !pipe.written.isEmpty());
        // The writer has found nothing more when it has ended.
        await().until(() -> pipe.writer() instanceof Thread writer && !writer.isAlive());
    }

    private void card(String which) {
        session.sendCard(delta("pop", which), () -> delivered.add(which));
    }

    private static Delta delta(String type, String which) {
        return new Delta(type, "\"card\":\"" + which + "\"");
    }
}
