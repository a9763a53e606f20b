package org.santral.server.desktop;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.server.people.Person;
import org.springframework.web.socket.CloseStatus;

/// One browser tab. What it cannot take in time closes it, with the wish to connect anew: a slow browser slows
/// nobody.
///
/// One message is on its way at a time, and what comes meanwhile waits in the outbox. A card goes to the socket
/// on the thread that brings it, without waiting; everything else is written by a thread that exists as long as
/// something waits, so that a message to hundreds of screens does not hold up the loop.
public final class DeskSession {
    /// RFC 6455 leaves 4000 to 4999 to applications.
    private static final CloseStatus RESYNC = new CloseStatus(4000, "resync");

    private static final int OUTBOX = 512;

    private final Pipe pipe;
    private final Person person;
    private final Consumer<DeskSession> gone;
    /// Guards itself and the three below.
    private final Queue<Outgoing> outbox = new ArrayDeque<>();
    /// Somebody writes, and will look into the outbox after that; nobody does before [#start].
    private boolean writing = true;
    private boolean overflowed;
    private boolean over;
    private volatile @Nullable Thread writer;
    private long seq;

    /// @param sent is told when the frame has been handed to the socket, never on the loop's thread
    private record Outgoing(String text, @Nullable Runnable sent) {
        void told() {
            if (sent != null) {
                sent.run();
            }
        }
    }

    DeskSession(Pipe pipe, Person person, Consumer<DeskSession> gone) {
        this.pipe = pipe;
        this.person = person;
        this.gone = gone;
    }

    void start() {
        startWriter();
    }

    public Person person() {
        return person;
    }

    String id() {
        return pipe.id();
    }

    /// On the loop's thread only: numbers follow one another without a gap.
    void send(Delta delta) {
        offer(new Outgoing(delta.numbered(++seq), null), false);
    }

    /// The same for a card, which leaves before this returns unless something is on its way to this screen.
    void sendCard(Delta delta, @Nullable Runnable sent) {
        offer(new Outgoing(delta.numbered(++seq), sent), true);
    }

    /// On the loop's thread only.
    void snapshot(String json) {
        reply("{\"type\":\"snapshot\",\"seq\":" + seq + "," + json.substring(1));
    }

    /// On the loop's thread only.
    void beat(long now) {
        reply("{\"type\":\"beat\",\"seq\":" + seq + ",\"now\":" + now + "}");
    }

    /// Not numbered; from any thread.
    void reply(String json) {
        offer(new Outgoing(json, null), false);
    }

    private void offer(Outgoing next, boolean atOnce) {
        boolean full;
        synchronized (outbox) {
            if (over || overflowed) {
                return;
            }
            if (!writing) {
                writing = true;
                if (!atOnce) {
                    outbox.add(next);
                }
            } else if (outbox.size() < OUTBOX) {
                outbox.add(next);
                return;
            } else {
                overflowed = true;
            }
            full = overflowed;
        }
        if (full) {
            // Who writes is not interrupted: that would tear the connection in the middle of a frame. It says farewell
            // as soon as the browser has taken that one; a browser that takes nothing more is given up by the web
            // server.
            gone.accept(this);
        } else if (atOnce) {
            begin(next);
        } else {
            startWriter();
        }
    }

    private void begin(Outgoing next) {
        try {
            pipe.begin(next.text(), written -> {
                if (!written) {
                    stop();
                    return;
                }
                next.told();
                goOn();
            });
        } catch (IllegalStateException closed) {
            stop();
        }
    }

    /// On the web server's thread: what waits may have to wait for the browser too, and that is not that
    /// thread's task.
    private void goOn() {
        synchronized (outbox) {
            if (outbox.isEmpty() && !overflowed) {
                writing = false;
                return;
            }
        }
        startWriter();
    }

    private void startWriter() {
        Thread next = Thread.ofVirtual().name("desk-" + pipe.id()).unstarted(this::write);
        writer = next;
        next.start();
    }

    private void write() {
        try {
            for (Outgoing next = next(); next != null; next = next()) {
                pipe.write(next.text());
                next.told();
            }
            if (overflowed()) {
                pipe.write("{\"type\":\"resync\",\"reason\":\"outbox full\"}");
                pipe.close(RESYNC);
            }
        } catch (IOException | IllegalStateException e) {
            // Closed by the browser or by us.
            stop();
        }
    }

    private @Nullable Outgoing next() {
        synchronized (outbox) {
            if (over || overflowed) {
                return null;
            }
            Outgoing next = outbox.poll();
            writing = next != null;
            return next;
        }
    }

    private boolean overflowed() {
        synchronized (outbox) {
            return overflowed && !over;
        }
    }

    boolean belongsTo(String sessionKey) {
        return pipe.belongsTo(sessionKey);
    }

    void close(CloseStatus why) {
        try {
            pipe.close(why);
        } catch (IOException | IllegalStateException e) {
            // It is gone already.
        }
    }

    /// Nothing can be written any more, or somebody closed it.
    void stop() {
        synchronized (outbox) {
            over = true;
            outbox.clear();
        }
        Thread waiting = writer;
        if (waiting != null && waiting != Thread.currentThread()) {
            waiting.interrupt();
        }
        gone.accept(this);
    }
}
