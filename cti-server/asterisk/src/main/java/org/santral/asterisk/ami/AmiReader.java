package org.santral.asterisk.ami;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps one event session with Asterisk alive, on a thread that reads, frames, hands over and does nothing
/// else.
///
/// A lost link is sought again for ever, at least twice a second; a refused log-in less often. A link that is half
/// open (the cable pulled, the machine gone) is found by silence: asked with a Ping, given up when the answer does
/// not come. Now and then the exchange is asked what there is, so that what it never told is noticed.
public final class AmiReader implements Closeable {
    /// The kernel's share of a burst: about three seconds at 5,000 events a second (measured). Asterisk cuts
    /// off a session whose buffers are full.
    private static final int RECEIVE_BUFFER = 4 << 20;

    private final AmiSettings settings;
    private final Consumer<List<AmiSignal>> sink;
    private final List<AmiSignal> ofThisRead = new ArrayList<>();
    private final Oddities oddities;
    private final Rights rights;
    private final InstantSource clock;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Socket socket;
    private boolean turnedAway;

    /// @param sink is called on the reading thread and must return at once; takes all that one read brought, so
    ///     that whoever waits for it wakes once
    /// @param rights is told what the account turns out to lack
    public AmiReader(
            AmiSettings settings,
            Consumer<List<AmiSignal>> sink,
            Oddities oddities,
            Rights rights,
            InstantSource clock) {
        this.settings = settings;
        this.sink = sink;
        this.oddities = oddities;
        this.rights = rights;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("ami-reader").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        do {
            tell(new AmiSignal.Closed(session(), clock.instant()));
            handOver();
        } while (!pause(turnedAway ? backoff.afterRefusal() : backoff.next()));
    }

    /// One link from its opening to its end.
    ///
    /// @return why it ended
    private String session() {
        AmiFramer framer = new AmiFramer(oddities);
        turnedAway = false;
        try (Socket link = new Socket()) {
            socket = link;
            link.setReceiveBufferSize(RECEIVE_BUFFER);
            link.setTcpNoDelay(true);
            link.connect(new InetSocketAddress(settings.host(), settings.port()), millis(settings.connect()));
            AmiSession session = new AmiSession(settings, link.getOutputStream(), this::tell, rights);
            link.setSoTimeout(millis(session.patience()));
            return read(link, framer, session);
        } catch (SocketTimeoutException e) {
            return "no answer from " + where() + " within " + settings.connect().toSeconds() + " s";
        } catch (InterruptedIOException e) {
            return "stopped";
        } catch (IOException e) {
            return where() + ": " + e.getMessage();
        } finally {
            framer.cut();
            socket = null;
        }
    }

    private String read(Socket link, AmiFramer framer, AmiSession session) throws IOException {
        byte[] buffer = new byte[256 << 10];
        var in = link.getInputStream();
        boolean asked = false;
        Instant begun = clock.instant();
        Instant compared = begun;
        while (true) {
            int count;
            try {
                count = in.read(buffer);
            } catch (SocketTimeoutException silence) {
                Instant now = clock.instant();
                if (!session.isOpen()) {
                    if (!session.goesOnUntold(now) && !now.isBefore(begun.plus(settings.answer()))) {
                        return where() + " let the log-in wait for "
                                + settings.answer().toSeconds() + " s";
                    }
                    settle(link, session);
                    continue;
                }
                if (asked) {
                    return where() + " did not answer for "
                            + settings.quiet().multipliedBy(2).toSeconds() + " s";
                }
                asked = true;
                session.ping();
                continue;
            }
            if (count < 0) {
                return closed.getCount() == 0 ? "stopped" : where() + " closed the link";
            }
            asked = false;
            framer.feed(buffer, count, block -> session.take(new AmiMessage(block, clock.instant())));
            Instant now = clock.instant();
            session.goesOnUntold(now);
            @Nullable String refused = session.refused();
            if (refused != null) {
                handOver();
                oddities.count(Oddity.REFUSED_LOGIN);
                turnedAway = true;
                return where() + " refused the log-in of " + settings.user() + ": " + refused;
            }
            settle(link, session);
            if (session.isOpen() && now.isAfter(compared.plus(settings.compare()))) {
                compared = now;
                session.compare();
            }
        }
    }

    /// From a log-in that may take its time to a link that is listened to.
    private void settle(Socket link, AmiSession session) throws IOException {
        handOver();
        if (session.isOpen()) {
            backoff.reset();
            if (link.getSoTimeout() != millis(settings.quiet())) {
                link.setSoTimeout(millis(settings.quiet()));
            }
        }
    }

    private void tell(AmiSignal signal) {
        ofThisRead.add(signal);
    }

    private void handOver() {
        if (!ofThisRead.isEmpty()) {
            sink.accept(List.copyOf(ofThisRead));
            ofThisRead.clear();
        }
    }

    /// @return true when the reader was closed meanwhile
    private boolean pause(Duration time) {
        oddities.count(Oddity.RECONNECT);
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private String where() {
        return "Asterisk at " + settings.host() + ":" + settings.port();
    }

    private static int millis(Duration time) {
        return (int) time.toMillis();
    }

    @Override
    public void close() {
        closed.countDown();
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is being thrown away.
            }
        }
        thread.interrupt();
    }
}
