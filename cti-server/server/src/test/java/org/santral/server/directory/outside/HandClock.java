package org.santral.server.directory.outside;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// A clock turned by hand; work that was started waits until it is told to run.
final class HandClock implements Clockwork {
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private long now = 1_000_000_000L;

    private record Alarm(long at, Runnable work) {}

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public long millis() {
        return now / 1_000_000;
    }

    @Override
    public void start(Runnable work) {
        started.addLast(work);
    }

    @Override
    public void after(Duration time, Runnable work) {
        alarms.add(new Alarm(now + time.toNanos(), work));
    }

    /// Runs what was started, the oldest first.
    void runStarted() {
        while (!started.isEmpty()) {
            started.removeFirst().run();
        }
    }

    /// Alarms ring in their order.
    void pass(Duration time) {
        now += time.toNanos();
        List<Alarm> due = alarms.stream()
                .filter(alarm -> alarm.at() <= now)
                .sorted(Comparator.comparingLong(Alarm::at))
                .toList();
        alarms.removeAll(due);
        due.forEach(alarm -> alarm.work().run());
    }
}
