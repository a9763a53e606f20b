package org.santral.server.loop;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Rights;
import org.santral.asterisk.translate.AsteriskTranslator;
import org.santral.call.ConnectionState;
import org.santral.lines.Lines;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.server.journal.Entry;
import org.santral.server.journal.Journal;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;
import org.santral.switchboard.Switchboard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what waits, one after the other: translate, journal, apply, carry out.
///
/// A batch is journaled with one write before any of its effects leaves, so the world never knows what the
/// journal does not.
public final class PbxLoop implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(PbxLoop.class);
    private static final int BATCH = 256;

    private final Journal journal;
    private final Inbox inbox;
    private final Switchboard switchboard;
    private final AsteriskTranslator translator;
    private final Carrier carrier;
    private final Base base = new Base();
    private final LastHeard lastHeard = new LastHeard();
    private final Map<CallId, Long> began = new HashMap<>();
    /// Calls that went on as part of another.
    private final Map<CallId, CallId> absorbed = new HashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final AtomicLong failures = new AtomicLong();
    private final Thread thread;
    private volatile Instant newestEvent = Instant.EPOCH;
    private volatile @Nullable Duration ahead;
    private volatile int liveCalls;
    /// The message at hand until it has been journaled for what it amounted to.
    private @Nullable AmiMessage line;

    /// What is heard of an exchange is kept under its name, what is odd about it is counted, and what is never heard
    /// is noticed.
    record Ears(PbxId pbx, Oddities oddities, Rights rights) {
        static Ears of(PbxId pbx) {
            return new Ears(pbx, new Oddities(), new Rights());
        }
    }

    PbxLoop(Ears ears, Journal journal, Inbox inbox, Carrier carrier) {
        this.journal = journal;
        this.inbox = inbox;
        this.carrier = carrier;
        this.switchboard = new Switchboard(ears.pbx());
        this.translator = new AsteriskTranslator(ears.pbx(), ears.oddities(), ears.rights(), this::journalAndApply);
        this.thread = Thread.ofPlatform().name("loop-" + ears.pbx()).unstarted(this::run);
    }

    /// Brings back what the journal knows. To be called before [#start].
    ///
    /// @return how many inputs were replayed
    public long replay() throws IOException {
        Journal.Replayed replayed = journal.replay(entry -> {
            Input input = Lines.readInput(entry.text());
            note(input);
            apply(input);
            carryAll(false);
        });
        List<AsteriskTranslator.Known> known = new ArrayList<>();
        for (Snapshot.LiveCallView call : switchboard.snapshot().calls()) {
            for (Snapshot.ConnectionView connection : call.connections()) {
                known.add(known(connection));
            }
        }
        translator.resume(known);
        liveCalls = switchboard.liveCalls();
        began.replaceAll((call, unused) -> replayed.from());
        journal.begin(this::oldestSegment, base::lines);
        return replayed.entries();
    }

    private static AsteriskTranslator.Known known(Snapshot.ConnectionView view) {
        ConnectionState state = view.state();
        boolean answered = state == ConnectionState.CONNECTED
                || state == ConnectionState.HELD
                || state == ConnectionState.QUEUED
                || state == ConnectionState.PARKED;
        return new AsteriskTranslator.Known(
                view.connection(),
                view.call(),
                view.device(),
                answered || state == ConnectionState.ALERTING,
                answered,
                state == ConnectionState.HELD);
    }

    public void start() {
        thread.start();
    }

    /// From any thread.
    public void put(Input input) {
        inbox.put(input);
    }

    /// From the reader's thread.
    public void put(List<? extends AmiSignal> ofOneRead) {
        inbox.putAll(ofOneRead);
    }

    /// Runs on the loop's thread between two inputs, where the switchboard can be looked at.
    public CompletableFuture<Void> run(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        inbox.put((Task) () -> {
            task.run();
            done.complete(null);
        });
        return done;
    }

    /// Keeps an entry beside the inputs: a delivery.
    public void remember(Entry entry) {
        inbox.put(entry);
    }

    /// To be called on the loop's thread.
    public Snapshot snapshot() {
        return switchboard.snapshot();
    }

    /// Live calls of which nothing was heard since then, the longest first. To be called on the loop's thread.
    List<LastHeard.Silent> silentSince(Instant moment) {
        return lastHeard.silent(switchboard.snapshot(), moment, this::lastOf);
    }

    private interface Task extends Runnable {}

    private void run() {
        List<Object> batch = new ArrayList<>(BATCH);
        try {
            while (inbox.take(batch, BATCH)) {
                for (Object item : batch) {
                    take(item);
                }
                batch.clear();
                write();
                carryAll(true);
                liveCalls = switchboard.liveCalls();
                // After the history has been told: whose call ended just now must not be forgotten before it is
                // written.
                journal.rollIfFull(this::oldestSegment, base::lines);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Object item) {
        try {
            switch (item) {
                case AmiSignal signal -> take(signal);
                case Input input -> journalAndApply(input);
                case Entry entry -> journal.append(entry);
                case Task task -> {
                    // It must see the world after everything that came before it.
                    write();
                    carryAll(true);
                    task.run();
                }
                default -> throw new IllegalStateException("nothing the loop knows: " + item.getClass());
            }
        } catch (RuntimeException | StackOverflowError e) {
            failures.incrementAndGet();
            LOG.error("The loop could not take {}: it goes on with the next", item, e);
        }
    }

    /// After a time without room the journal begins anew: with the state as it is now before what comes.
    private void write() {
        boolean held = journal.gap() != null;
        if (!journal.write()) {
            journal.hold(this::neededCalls);
        } else if (held) {
            journal.begin(this::oldestSegment, base::lines);
        }
    }

    private Predicate<Object> neededCalls() {
        Set<CallId> live = liveOrUnwritten();
        absorbed.values().removeIf(survivor -> !live.contains(lastOf(survivor)));
        return call -> call instanceof CallId id && live.contains(lastOf(id));
    }

    /// Under which call this one goes on after merges.
    private CallId lastOf(CallId call) {
        CallId now = call;
        for (CallId next = absorbed.get(now); next != null && !next.equals(call); next = absorbed.get(now)) {
            now = next;
        }
        return now;
    }

    private static @Nullable CallId callOf(Input input) {
        return switch (input) {
            case Input.FromPbx from ->
                switch (from.event()) {
                    case PbxEvent.OfConnection of -> of.call();
                    case PbxEvent.CallsMerged merged -> merged.call();
                    default -> null;
                };
            case Input.CallerLookedUp found -> found.call();
            case Input.RouteAsked asked -> asked.call();
            case Input.CustomerChosen chosen -> chosen.call();
            case Input.CustomerAttached attached -> attached.call();
            case Input.CommandAsked asked -> asked.call();
            case Input.TransferAsked asked -> asked.call();
            case Input.NoteWritten written -> written.call();
            default -> null;
        };
    }

    private void take(AmiSignal signal) {
        if (signal instanceof AmiMessage message) {
            newestEvent = message.at();
            if (!message.at().equals(message.receivedAt())) {
                ahead = Duration.between(message.receivedAt(), message.at());
            }
            line = message;
        }
        translator.take(signal);
        line = null;
    }

    private void journalAndApply(Input input) {
        AmiMessage said = line;
        if (said != null && concernsCall(input)) {
            journal.append(Entry.Kind.LINE, said.bytes(), callOf(input));
            line = null;
        }
        journal.append(Entry.Kind.INPUT, Lines.bytes(input), callOf(input));
        note(input);
        apply(input);
    }

    private static boolean concernsCall(Input input) {
        return input instanceof Input.FromPbx from
                && (from.event() instanceof PbxEvent.OfConnection
                        || from.event() instanceof PbxEvent.CallsMerged
                        || from.event() instanceof PbxEvent.Wanted);
    }

    private void note(Input input) {
        base.note(input);
        lastHeard.note(input);
        if (input instanceof Input.FromPbx from && from.event() instanceof PbxEvent.OfConnection of) {
            began.putIfAbsent(of.call(), journal.segment());
        }
        if (input instanceof Input.FromPbx from && from.event() instanceof PbxEvent.CallsMerged merged) {
            absorbed.put(merged.absorbed(), merged.call());
        }
    }

    private void apply(Input input) {
        try {
            effects.addAll(switchboard.apply(input));
        } catch (RuntimeException | StackOverflowError e) {
            failures.incrementAndGet();
            LOG.error("The switchboard could not apply {}: it goes on with the next", input, e);
        }
    }

    private void carryAll(boolean live) {
        // What people see leaves first, in its order: whoever else is woken (directory, history, clock) would contend
        // with the card for the processor.
        for (int i = 0; i < effects.size(); i++) {
            carry(effects.get(i), carrier::show);
        }
        for (int i = 0; i < effects.size(); i++) {
            carry(effects.get(i), effect -> carrier.carry(effect, live));
        }
        effects.clear();
    }

    private void carry(Effect effect, Consumer<Effect> how) {
        try {
            how.accept(effect);
        } catch (RuntimeException | StackOverflowError e) {
            failures.incrementAndGet();
            LOG.error("An effect could not be carried out: {}", effect, e);
        }
    }

    /// Asked when a segment is full: who has ended, and stands in the history, is forgotten here.
    private long oldestSegment() {
        Set<CallId> live = liveOrUnwritten();
        absorbed.values().removeIf(survivor -> !live.contains(lastOf(survivor)));
        began.keySet().removeIf(call -> !live.contains(lastOf(call)));
        long oldest = Long.MAX_VALUE;
        for (long segment : began.values()) {
            oldest = Math.min(oldest, segment);
        }
        return oldest;
    }

    private Set<CallId> liveOrUnwritten() {
        Set<CallId> live = new HashSet<>(carrier.unwritten());
        switchboard.snapshot().calls().forEach(call -> live.add(call.record().call()));
        return live;
    }

    public Instant newestEvent() {
        return newestEvent;
    }

    /// How far the exchange's clock is before ours, by its newest stamp; null before the first.
    @Nullable
    Duration ahead() {
        return ahead;
    }

    /// When the oldest message came that waits now, null when none does.
    @Nullable
    Instant waitsSince() {
        return inbox.waitsSince();
    }

    long waiting() {
        return inbox.waiting();
    }

    public int liveCalls() {
        return liveCalls;
    }

    /// Inputs or effects that failed: bugs, each in the log.
    public long failures() {
        return failures.get();
    }

    public long spilled() {
        return inbox.everSpilled();
    }

    public long spillLost() {
        return inbox.lost();
    }

    @Override
    public void close() throws IOException {
        inbox.close();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        journal.close();
    }
}
