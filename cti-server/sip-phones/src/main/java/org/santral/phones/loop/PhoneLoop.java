package org.santral.phones.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread with a selector and a clock. A failure in one phone is logged and counted, and the others go on.
public final class PhoneLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneLoop.class);
    private static final int LARGEST_PACKET = 65_535;

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Comparator.comparingLong(Alarm::dueNanos));
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST_PACKET);
    private final AtomicLong failures = new AtomicLong();
    private final long began = System.nanoTime();
    private final Thread thread;
    private volatile boolean open = true;

    public PhoneLoop(String name) {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name(name).daemon(true).start(this::run);
    }

    /// What went wrong in a phone since the start: 0 in a healthy one.
    public long failures() {
        return failures.get();
    }

    /// Runs `what` on the loop, soon; returns at once.
    public void execute(Runnable what) {
        tasks.add(what);
        selector.wakeup();
    }

    /// Runs `question` on the loop and waits for its answer; its exception is thrown here.
    public <T extends @Nullable Object> T ask(Supplier<T> question) {
        if (Thread.currentThread() == thread) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        if (!open) {
            throw new IllegalStateException("the phones are closed");
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// On the loop: runs `what` after `delay`.
    public Alarm after(Duration delay, Runnable what) {
        Alarm alarm = new Alarm(what, now() + delay.toNanos());
        alarms.add(alarm);
        return alarm;
    }

    /// On the loop: a UDP socket at `local` whose packets go to `receiver`. The caller closes it.
    public DatagramChannel listen(InetSocketAddress local, PacketReceiver receiver) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            try {
                channel.bind(local);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, receiver);
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            String at = local.getHostString() + ":" + local.getPort();
            throw new UncheckedIOException("cannot listen at " + at + ": " + e.getMessage(), e);
        }
    }

    private long now() {
        return System.nanoTime() - began;
    }

    private void run() {
        while (open) {
            try {
                runTasks();
                ringAlarms();
                waitForPackets();
            } catch (IOException | RuntimeException e) {
                failed(e);
            }
        }
        runTasks();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
    }

    private void ringAlarms() {
        for (Alarm next = alarms.peek(); next != null && next.dueNanos() - now() <= 0; next = alarms.peek()) {
            alarms.remove();
            guarded(next::ring);
        }
    }

    private void waitForPackets() throws IOException {
        Alarm next = alarms.peek();
        if (next == null) {
            selector.select(this::receive);
            return;
        }
        // Rounded up: an alarm that is a fraction of a millisecond away must not be polled for.
        long millis = Math.ceilDiv(next.dueNanos() - now(), 1_000_000L);
        if (millis > 0) {
            selector.select(this::receive, millis);
        } else {
            selector.selectNow(this::receive);
        }
    }

    private void receive(SelectionKey key) {
        PacketReceiver receiver = (PacketReceiver) key.attachment();
        DatagramChannel channel = (DatagramChannel) key.channel();
        guarded(() -> {
            while (channel.isOpen()) {
                buffer.clear();
                InetSocketAddress from = read(channel);
                if (from == null) {
                    return;
                }
                buffer.flip();
                guarded(() -> receiver.received(buffer, from));
            }
        });
    }

    private @Nullable InetSocketAddress read(DatagramChannel channel) {
        try {
            return (InetSocketAddress) channel.receive(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void guarded(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(Exception e) {
        failures.incrementAndGet();
        LOG.error("a phone failed", e);
    }

    /// Ends the thread. Sockets are closed by those who opened them.
    @Override
    public void close() {
        open = false;
        selector.wakeup();
        try {
            thread.join(Duration.ofSeconds(2));
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
