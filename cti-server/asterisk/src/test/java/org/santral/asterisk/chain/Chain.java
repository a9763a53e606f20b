package org.santral.asterisk.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.santral.agent.AgentId;
import org.santral.asterisk.ami.AmiFramer;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.translate.AsteriskTranslator;
import org.santral.asterisk.translate.Scenario;
import org.santral.caller.LookUp;
import org.santral.history.CallRecord;
import org.santral.lines.Lines;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// From the exchange's bytes to what the world must do, as in the server: framed, translated, applied.
final class Chain {
    static final PbxId PBX = new PbxId("pbx1");
    static final String STARTED = "18:00:00";
    private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final List<Input> SITE = site();

    final Switchboard switchboard = new Switchboard(PBX);
    final Oddities oddities = new Oddities();
    final List<Input> inputs = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    private final AsteriskTranslator translator = new AsteriskTranslator(PBX, oddities, this::apply);
    private AmiFramer framer = new AmiFramer(oddities);
    private Instant now = Instant.EPOCH;
    private int looked;

    /// All four phones have somebody sitting there.
    Chain() {
        SITE.forEach(this::apply);
        apply(new Input.AgentSignedOn(new AgentId("leila"), "1003", now));
        apply(new Input.AgentSignedOn(new AgentId("darya"), "1004", now));
        effects.clear();
    }

    private static List<Input> site() {
        try {
            return Files.readAllLines(Scenario.ALL.resolve("site.inputs")).stream()
                    .map(Lines::readInput)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Chain takeAll(List<byte[]> blocks) {
        blocks.forEach(this::take);
        return this;
    }

    void take(byte[] block) {
        read(block, block.length);
        read(BLANK_LINE, BLANK_LINE.length);
    }

    void read(byte[] bytes, int count) {
        framer.feed(bytes, count, block -> {
            var message = new AmiMessage(block, now);
            now = message.at().isAfter(now) ? message.at() : now;
            translator.take(message);
        });
    }

    void linkLost() {
        framer.cut();
        framer = new AmiFramer(oddities);
        translator.take(new AmiSignal.Closed("the exchange closed the link", now));
    }

    void linkOpened(long uptime) {
        translator.take(new AmiSignal.Opened(uptime, now));
    }

    /// A link that was lost and is back, with nothing told in between.
    void comesBackTo(RecordedExchange exchange) {
        linkLost();
        linkOpened(100);
        takeAll(exchange.lists(STARTED));
    }

    private void apply(Input input) {
        inputs.add(input);
        var led = switchboard.apply(input);
        effects.addAll(led);
        for (Effect effect : led) {
            if (effect instanceof Effect.LookUpCaller asked) {
                String number = asked.caller().number();
                apply(new Input.CallerLookedUp(asked.call(), number, new LookUp.NotFound("", number), input.at()));
            }
        }
    }

    /// Whether anything came of what was taken since this was last asked.
    boolean hasMoved() {
        boolean moved = effects.size() > looked;
        looked = effects.size();
        return moved;
    }

    /// The newest record of each call that was ever written.
    List<CallRecord> records() {
        var newest = new LinkedHashMap<Object, CallRecord>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.RecordCall written) {
                newest.put(written.record().call(), written.record());
            }
        }
        return List.copyOf(newest.values());
    }
}
