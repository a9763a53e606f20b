package org.santral.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.function.Predicate;

/// CPU time of some of this process's platform threads: what a figure per event is made of. Other load on the
/// machine lengthens the wall clock, not this.
public final class ThreadTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Predicate<String> names;

    /// @param names tells by its name whether a thread counts
    public ThreadTime(Predicate<String> names) {
        this.names = names;
    }

    /// Nanoseconds so far; a thread that has ended no longer counts, so read it while they live.
    public long nanos() {
        long sum = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && names.test(thread.getThreadName())) {
                sum += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }

    /// Nanoseconds of the whole process so far, the collector's and the compiler's work included, without the
    /// calling thread, which is the bench itself.
    public static long processWithoutCaller() {
        return PROCESS.getProcessCpuTime() - THREADS.getCurrentThreadCpuTime();
    }
}
