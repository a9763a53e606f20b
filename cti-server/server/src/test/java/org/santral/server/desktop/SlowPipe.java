package org.santral.server.desktop;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/// A browser that takes what was begun when it is told to, and refuses a second message before that, as Tomcat
/// does.
final class SlowPipe implements Pipe {
    final List<String> written = new CopyOnWriteArrayList<>();
    final LinkedBlockingQueue<CloseStatus> closed = new LinkedBlockingQueue<>();
    private final Queue<Consumer<Boolean>> begun = new ArrayDeque<>();
    private volatile @Nullable Thread writer;
    private volatile boolean atWork;

    @Override
    public String id() {
        return "slow";
    }

    @Override
    public boolean belongsTo(String sessionKey) {
        return false;
    }

    @Override
    public void write(String text) {
        oneAtATime();
        atWork = true;
        writer = Thread.currentThread();
        written.add(text);
        atWork = false;
    }

    @Override
    public synchronized void begin(String text, Consumer<Boolean> then) {
        oneAtATime();
        written.add(text);
        begun.add(then);
    }

    private synchronized void oneAtATime() {
        if (atWork || !begun.isEmpty()) {
            throw new IllegalStateException("a message is on its way");
        }
    }

    /// @param whole false when the browser is gone
    void taken(boolean whole) {
        Consumer<Boolean> then;
        synchronized (this) {
            then = begun.remove();
        }
        then.accept(whole);
    }

    /// Who wrote last and could wait.
    @Nullable
    Thread writer() {
        return writer;
    }

    @Override
    public void close(CloseStatus why) {
        closed.add(why);
    }
}
