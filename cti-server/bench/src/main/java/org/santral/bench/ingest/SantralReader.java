package org.santral.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.AmiReader;
import org.santral.asterisk.ami.AmiSettings;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Oddity;
import org.santral.asterisk.ami.Rights;
import org.santral.asterisk.translate.AsteriskTranslator;
import org.santral.bench.ThreadTime;
import org.santral.caller.LookUp;
import org.santral.lines.Lines;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// Santral's own way from the socket to the model: reader, queue, translator, switchboard. Agents are signed
/// on, so that cards are decided; the directory answers at once that it knows nobody.
final class SantralReader implements Reader {
    private static final String LOOP = "bench-loop";

    private final Switchboard switchboard = new Switchboard(new PbxId("pbx1"));
    private final Oddities oddities = new Oddities();
    private final BlockingQueue<AmiSignal> queue = new LinkedBlockingQueue<>();
    private final Map<String, Long> effects = new ConcurrentHashMap<>();
    private final AtomicLong seen = new AtomicLong();
    private final AsteriskTranslator translator = new AsteriskTranslator(new PbxId("pbx1"), oddities, this::apply);
    private final Thread loop = Thread.ofPlatform().name(LOOP).daemon().unstarted(this::run);
    private @Nullable AmiReader reader;

    /// @param site what stands before the traffic: the site and who is signed on, one input a line
    SantralReader(Path site) throws IOException {
        for (String line : Files.readAllLines(site)) {
            if (!line.isBlank()) {
                switchboard.apply(Lines.readInput(line));
            }
        }
    }

    @Override
    public void listen(int port) {
        loop.start();
        AmiReader opened = new AmiReader(
                AmiSettings.of("127.0.0.1", port, "bench", "bench"),
                queue::addAll,
                oddities,
                new Rights(),
                InstantSource.system());
        reader = opened;
        opened.start();
    }

    private void run() {
        List<AmiSignal> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, 4096);
                for (AmiSignal signal : batch) {
                    translator.take(signal);
                    if (signal instanceof AmiMessage message && !message.isResponse()) {
                        seen.lazySet(seen.getPlain() + 1);
                    }
                }
                batch.clear();
            }
        } catch (InterruptedException over) {
            // The bench has ended.
        }
    }

    private void apply(Input input) {
        for (Effect effect : switchboard.apply(input)) {
            effects.merge(effect.getClass().getSimpleName(), 1L, Long::sum);
            if (effect instanceof Effect.LookUpCaller asked) {
                String number = asked.caller().number();
                apply(new Input.CallerLookedUp(asked.call(), number, new LookUp.NotFound(number, number), input.at()));
            }
        }
    }

    @Override
    public Map<String, String> made() {
        Map<String, String> facts = new LinkedHashMap<>();
        effects.forEach((effect, count) -> facts.put(effect, count.toString()));
        for (Oddity oddity : Oddity.values()) {
            if (oddities.of(oddity) > 0) {
                facts.put(oddity.name(), Long.toString(oddities.of(oddity)));
            }
        }
        facts.put("live_calls_left", Integer.toString(switchboard.liveCalls()));
        return facts;
    }

    @Override
    public long seen() {
        return seen.get();
    }

    @Override
    public ThreadTime cpu() {
        return new ThreadTime(name -> name.equals(LOOP) || name.equals("ami-reader"));
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
        loop.interrupt();
    }
}
