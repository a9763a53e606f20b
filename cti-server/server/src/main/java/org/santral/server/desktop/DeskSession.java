package org.santral.server.desktop;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.server.people.Person;
import org.santral.server.people.SignedIn;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// One browser tab. What it cannot take in time closes it, with the wish to connect anew: a slow browser slows
/// nobody.
public final class DeskSession {
    /// RFC 6455 leaves 4000 to 4999 to applications.
    private static final CloseStatus RESYNC = new CloseStatus(4000, "resync");

    private static final int OUTBOX = 512;

    private final WebSocketSession socket;
    private final Person person;
    private final BlockingQueue<Outgoing> outbox = new ArrayBlockingQueue<>(OUTBOX);
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private final Consumer<DeskSession> gone;
    private final Thread writer;
    private long seq;

    /// @param sent is told, on the writer's thread, when the frame has been handed to the socket
    private record Outgoing(String text, @Nullable Runnable sent) {}

    DeskSession(WebSocketSession socket, Person person, Consumer<DeskSession> gone) {
        this.socket = socket;
        this.person = person;
        this.gone = gone;
        this.writer = Thread.ofVirtual().name("desk-" + socket.getId()).unstarted(() -> {
            write();
            gone.accept(this);
        });
    }

    void start() {
        writer.start();
    }

    public Person person() {
        return person;
    }

    String id() {
        return socket.getId();
    }

    /// On the loop's thread only: numbers follow one another without a gap.
    void send(Delta delta, @Nullable Runnable sent) {
        offer(delta.numbered(++seq), sent);
    }

    /// On the loop's thread only.
    void snapshot(String json) {
        offer("{\"type\":\"snapshot\",\"seq\":" + seq + "," + json.substring(1), null);
    }

    /// On the loop's thread only.
    void beat(long now) {
        offer("{\"type\":\"beat\",\"seq\":" + seq + ",\"now\":" + now + "}", null);
    }

    /// Not numbered; from any thread.
    void reply(String json) {
        offer(json, null);
    }

    private void offer(String text, @Nullable Runnable sent) {
        // The writer is not interrupted: that would tear the connection in the middle of a frame. It says farewell as
        // soon
        // as the browser has taken that one; a browser that takes nothing more is given up by the web server.
        if (!outbox.offer(new Outgoing(text, sent)) && overflowed.compareAndSet(false, true)) {
            gone.accept(this);
        }
    }

    private void write() {
        try {
            while (socket.isOpen() && !overflowed.get()) {
                Outgoing next = outbox.take();
                socket.sendMessage(new TextMessage(next.text()));
                if (next.sent() != null) {
                    next.sent().run();
                }
            }
        } catch (InterruptedException | IOException | IllegalStateException e) {
            // Closed by the browser, by us, or overflowed: said below where it matters.
        }
        try {
            if (overflowed.get() && socket.isOpen()) {
                socket.sendMessage(new TextMessage("{\"type\":\"resync\",\"reason\":\"outbox full\"}"));
                socket.close(RESYNC);
            }
        } catch (IOException | IllegalStateException e) {
            // It is gone already.
        }
    }

    /// Whether it was opened with that session's cookie.
    boolean belongsTo(String sessionKey) {
        return socket.getPrincipal() instanceof SignedIn who && who.session().equals(sessionKey);
    }

    void close(CloseStatus why) {
        try {
            socket.close(why);
        } catch (IOException | IllegalStateException e) {
            // It is gone already.
        }
    }

    void stop() {
        writer.interrupt();
    }
}
