package org.santral.bench.reconnect;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.santral.asterisk.ami.AmiReader;
import org.santral.asterisk.ami.AmiSettings;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Rights;
import org.santral.asterisk.translate.AsteriskTranslator;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;
import org.santral.switchboard.Switchboard;

/// The event session of a real exchange up to the model, as the server has it, and nothing behind.
public final class Listener implements AutoCloseable {
    private final Object moved = new Object();
    private final Switchboard switchboard;
    private final AsteriskTranslator translator;
    private final Oddities oddities = new Oddities();
    private final Rights rights = new Rights();
    private final List<Effect> effects = new ArrayList<>();
    private final BlockingQueue<List<AmiSignal>> queue = new LinkedBlockingQueue<>();
    private final AmiReader reader;
    private final Thread loop = Thread.ofPlatform().name("listener").daemon().unstarted(this::run);

    /// @param first what the model knows before it listens: the site, who is signed on
    public Listener(AmiSettings settings, PbxId pbx, List<Input> first) {
        switchboard = new Switchboard(pbx);
        first.forEach(switchboard::apply);
        translator = new AsteriskTranslator(pbx, oddities, rights, this::apply);
        reader = new AmiReader(settings, queue::add, oddities, rights, InstantSource.system());
        loop.start();
        reader.start();
    }

    private void run() {
        try {
            while (true) {
                List<AmiSignal> signals = queue.take();
                synchronized (moved) {
                    signals.forEach(translator::take);
                    moved.notifyAll();
                }
            }
        } catch (InterruptedException over) {
            // It was closed.
        }
    }

    private void apply(Input input) {
        effects.addAll(switchboard.apply(input));
    }

    /// As the server's own desks would.
    public void put(Input input) {
        synchronized (moved) {
            apply(input);
            moved.notifyAll();
        }
    }

    public Snapshot board() {
        synchronized (moved) {
            return switchboard.snapshot();
        }
    }

    /// What the model wanted done so far.
    public List<Effect> effects() {
        synchronized (moved) {
            return List.copyOf(effects);
        }
    }

    public Rights rights() {
        return rights;
    }

    public Oddities oddities() {
        return oddities;
    }

    /// Waits until the board is so.
    ///
    /// @return the moment it was so, as `System.nanoTime()` has it
    public long await(String expected, Duration patience, Predicate<Snapshot> fits) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (moved) {
            while (!fits.test(switchboard.snapshot())) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    throw new IllegalStateException(
                            "not within " + patience + ": " + expected + "; the board: " + switchboard.snapshot());
                }
                moved.wait(Math.max(1, left / 1_000_000));
            }
            return System.nanoTime();
        }
    }

    @Override
    public void close() {
        reader.close();
        loop.interrupt();
    }
}
