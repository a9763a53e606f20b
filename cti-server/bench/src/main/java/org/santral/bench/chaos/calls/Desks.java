package org.santral.bench.chaos.calls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The phones that belong to no group: a call has those it needs for itself, so that a hand at a phone means the
/// right call.
final class Desks {
    private final Deque<String> free;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();

    Desks(List<String> desks) {
        free = new ArrayDeque<>(desks);
    }

    List<String> take(int count) throws InterruptedException {
        lock.lock();
        try {
            while (free.size() < count) {
                freed.await();
            }
            List<String> taken = new ArrayList<>();
            while (taken.size() < count) {
                taken.add(free.removeFirst());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    void giveBack(List<String> taken) {
        lock.lock();
        try {
            free.addAll(taken);
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
