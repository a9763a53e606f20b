package org.santral.server.directory.outside.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.santral.call.Direction;
import org.santral.caller.CallerClass;
import org.santral.history.CallRecord;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a CRM of calls that are over, as its template says: once each, in the order in which they ended, later
/// when it cannot take them now. What waits lies on the disk.
public final class WriteBack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);
    private static final int AT_HAND = 10_000;
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final long LOOK_MILLIS = 200;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    private final String name;
    private final HttpSettings.WriteBack settings;
    private final String secret;
    private final SafeHttp http;
    private final Keys keys;
    private final LongSupplier millis;
    private final WaitingCalls calls;
    private final boolean needsKey;
    private final LinkedBlockingQueue<CallRecord> handed = new LinkedBlockingQueue<>(AT_HAND);
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();
    private final Thread worker;
    private volatile int waiting;
    private volatile @Nullable String trouble;
    private volatile boolean closed;
    private long pause;
    private long quietUntil;

    /// The key that the directory itself has for a number.
    @FunctionalInterface
    public interface Keys {
        /// Blocks.
        ///
        /// @return null when nobody there has the number, or several have
        @Nullable
        String of(String e164) throws SourceTrouble;
    }

    /// @param name of the directory
    /// @param http closed with this
    /// @param millis since 1970
    public WriteBack(String name, HttpSettings settings, SafeHttp http, Keys keys, Path folder, LongSupplier millis)
            throws IOException {
        if (settings.writeBack() == null) {
            throw new IllegalArgumentException("nothing is written back to " + name);
        }
        this.name = name;
        this.settings = settings.writeBack();
        this.secret = settings.secretValue(new ArrayList<>(), "").value();
        this.http = http;
        this.keys = keys;
        this.millis = millis;
        this.calls = new WaitingCalls(folder, millis.getAsLong());
        this.waiting = calls.size();
        this.needsKey = new Template(this.settings.url() + this.settings.body())
                .places()
                .contains(CallFields.KEY);
        this.worker = Thread.ofVirtual().name("write-back-" + name).start(this::run);
    }

    /// @param told since the start, as `givenUp`
    /// @param trouble why calls wait, null when the newest attempt went well
    public record State(
            int waiting, long told, long givenUp, @Nullable String trouble) {}

    public State state() {
        return new State(waiting, told.get(), givenUp.get(), trouble);
    }

    /// From the loop: never blocks. Calls inside the house and calls without a number are nobody's business.
    public void take(CallRecord record) {
        boolean over = record.endedAt() != null && record.partOf() == null;
        boolean ofSomebody =
                record.direction() != Direction.INTERNAL && record.caller().kind() == CallerClass.NUMBER;
        if (over && ofSomebody && !handed.offer(record)) {
            givenUp.incrementAndGet();
        }
    }

    private void run() {
        try {
            while (!closed) {
                CallRecord next = handed.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                try {
                    if (next != null) {
                        keep(next);
                    } else {
                        tellDue();
                    }
                } catch (IOException e) {
                    trouble = "what waits cannot be written to the disk: " + e.getMessage();
                    LOG.warn("Calls for {} cannot be kept: {}", name, e.getMessage());
                }
                waiting = calls.size();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(CallRecord record) throws IOException {
        if (record.endedAt() == null) {
            return;
        }
        long ended = record.endedAt().toEpochMilli();
        long due = millis.getAsLong() + settings.after().toMillis();
        calls.put(new WaitingCalls.Waiting(record.call().toString(), CallFields.of(record), ended, due, 0));
        for (WaitingCalls.Waiting oldest = calls.oldest();
                oldest != null && calls.size() > settings.keep();
                oldest = calls.oldest()) {
            giveUp(oldest, "more than " + settings.keep() + " calls wait");
        }
    }

    private void tellDue() throws IOException, InterruptedException {
        long now = millis.getAsLong();
        if (now < quietUntil) {
            return;
        }
        for (WaitingCalls.Waiting one = calls.due(now);
                one != null && !closed && handed.isEmpty();
                one = calls.due(now)) {
            if (!tell(one)) {
                return;
            }
        }
    }

    /// @return false when there is no use in going on now
    private boolean tell(WaitingCalls.Waiting call) throws IOException {
        SafeHttp.Response response;
        try {
            Map<String, String> values = values(call);
            if (values == null) {
                giveUp(call, "nobody there has the number");
                return true;
            }
            response = http.send(request(call, values));
        } catch (SourceTrouble e) {
            return later(e.reason());
        } catch (IOException e) {
            return later(SourceTrouble.of(e).reason());
        }
        if (response.isGood()) {
            calls.settle(call);
            told.incrementAndGet();
            trouble = null;
            pause = 0;
            return true;
        }
        String said = "HTTP status " + response.status();
        if (passes(response.status())) {
            return later(said);
        }
        trouble = said;
        if (call.refused() + 1 >= settings.attempts()) {
            giveUp(call, said);
        } else {
            long again = Math.min(FIRST_PAUSE_MILLIS << Math.min(call.refused(), 6), LONGEST_PAUSE_MILLIS);
            calls.put(call.again(millis.getAsLong() + again, true));
        }
        return true;
    }

    private static boolean passes(int status) {
        return status >= SERVER_FAULT || status == REQUEST_TIMEOUT || status == TOO_EARLY || status == TOO_MANY;
    }

    private boolean later(String why) {
        trouble = why;
        pause = Math.clamp(pause * 2, FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
        quietUntil = millis.getAsLong() + pause;
        return false;
    }

    private void giveUp(WaitingCalls.Waiting call, String why) throws IOException {
        LOG.warn("{} is not told of call {}: {}", name, call.call(), why);
        givenUp.incrementAndGet();
        calls.settle(call);
    }

    /// @return null when the template needs a key and there is none
    private @Nullable Map<String, String> values(WaitingCalls.Waiting call) throws SourceTrouble {
        Map<String, String> values = new HashMap<>(call.fields());
        values.put(HttpSettings.SECRET, secret);
        if (needsKey) {
            String e164 = values.getOrDefault(CallFields.E164, "");
            String key = e164.isEmpty() ? null : keys.of(e164);
            if (key == null) {
                return null;
            }
            values.put(CallFields.KEY, key);
        }
        return values;
    }

    private SafeHttp.Request request(WaitingCalls.Waiting call, Map<String, String> values) {
        Map<String, String> headers = new HashMap<>(HttpSettings.filled(settings.headers(), values));
        headers.put("Idempotency-Key", WaitingCalls.id(call.call()));
        Map<String, String> inUrl = new HashMap<>(values);
        inUrl.remove(HttpSettings.SECRET);
        return new SafeHttp.Request(
                settings.method(),
                new Template(settings.url()).url(inUrl),
                headers,
                settings.body().isEmpty() ? null : new Template(settings.body()).json(inUrl));
    }

    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
