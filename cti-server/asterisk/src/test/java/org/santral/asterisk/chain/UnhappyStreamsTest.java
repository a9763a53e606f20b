package org.santral.asterisk.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.translate.Scenario;
import org.santral.history.CallRecord;
import org.santral.history.CallRecord.Certainty;
import org.santral.pbx.CallId;

/// Every recording over lines that duplicate, drop, swap, delay, repeat and cut. `-Dunhappy.seeds=500` goes
/// further than the five lines a recording of every day.
class UnhappyStreamsTest {
    private static final int SEEDS = Integer.getInteger("unhappy.seeds", 5);

    private static final Set<String> OF_NO_CALL = Set.of(
            "VarSet",
            "CEL",
            "TestEvent",
            "Newexten",
            "Cdr",
            "ExtensionStatus",
            "DialState",
            "SuccessfulAuth",
            "RTCPSent");

    static Stream<Scenario> recordings() throws IOException {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whateverArrivesTheBoardStandsUpright(Scenario recording) {
        List<byte[]> said = heard(recording);
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var line = new UnhappyLine(said, random);
            try {
                while (line.more()) {
                    switch (random.nextInt(20)) {
                        case 0, 1 -> line.goesWrong();
                        case 2 -> {
                            line.isCut();
                            Upright.asTheExchangeSays(line.chain, line.exchange);
                        }
                        default -> line.arrives();
                    }
                    if (line.chain.hasMoved()) {
                        Upright.cards(line.chain.switchboard.snapshot());
                    }
                }
                if (random.nextInt(3) == 0) {
                    line.isStartedAnew();
                }
                line.isLookedAt();
                Upright.asTheExchangeSays(line.chain, line.exchange);
                Upright.told(line.chain.inputs);
                Upright.history(line.chain.effects);
            } catch (Throwable e) {
                throw new AssertionError(recording + ", line " + seed, e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whatALostLinkHidIsMarkedWithItsReason(Scenario recording) {
        List<byte[]> said = heard(recording);
        Map<CallId, CallRecord> whole = byCall(new Chain().takeAll(said).records());
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var line = new UnhappyLine(said, random);
            try {
                while (line.more()) {
                    if (random.nextInt(said.size()) < 2) {
                        line.isCut();
                        Upright.asTheExchangeSays(line.chain, line.exchange);
                    } else {
                        line.arrives();
                    }
                }
                line.isLookedAt();
                Upright.told(line.chain.inputs);
                Upright.history(line.chain.effects);
                for (CallRecord record : line.chain.records()) {
                    if (record.certainty() == Certainty.LIVE) {
                        assertThat(Essence.of(record)).isEqualTo(Essence.of(whole.get(record.call())));
                    }
                }
            } catch (Throwable e) {
                throw new AssertionError(recording + ", line " + seed, e);
            }
        }
    }

    @Test
    void whereverTheLinkIsCutTheBoardIsRightAgain() {
        List<byte[]> said = heard(Scenario.named("incoming-direct-given-up"));
        for (int cut = 0; cut < said.size(); cut++) {
            for (int bytes = 0; bytes <= said.get(cut).length; bytes++) {
                var chain = new Chain().takeAll(said.subList(0, cut));
                var exchange = new RecordedExchange(new Random(bytes));
                said.subList(0, cut + 1).forEach(block -> exchange.take(Block.of(block)));
                chain.read(said.get(cut), bytes);
                chain.comesBackTo(exchange);
                Upright.asTheExchangeSays(chain, exchange);
                Upright.told(chain.inputs);
                Upright.history(chain.effects);
            }
        }
    }

    /// What the server's own account does not hear, or hears in vain, is left out: nothing could go wrong with it.
    private static List<byte[]> heard(Scenario recording) {
        return recording.blocks(new Oddities()).stream()
                .filter(block -> !OF_NO_CALL.contains(Block.of(block).event()))
                .toList();
    }

    private static Map<CallId, CallRecord> byCall(List<CallRecord> records) {
        return records.stream().collect(Collectors.toMap(CallRecord::call, Function.identity()));
    }
}
