package org.santral.asterisk.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A line that does to a recording what lines do, as a seed has it: what the exchange said arrives twice, late,
/// in pieces or never, and the link is lost and found again.
///
/// The exchange itself lives on as recorded, whatever is heard of it.
final class UnhappyLine {
    private static final int FAR = 12;

    final Chain chain = new Chain();
    final RecordedExchange exchange;
    private final List<byte[]> said;
    private final Random random;
    private final List<byte[]> late = new ArrayList<>();
    private int at;

    UnhappyLine(List<byte[]> said, Random random) {
        this.said = said;
        this.random = random;
        this.exchange = new RecordedExchange(random);
    }

    boolean more() {
        return at < said.size();
    }

    /// The next thing is said, and arrives as it was said.
    void arrives() {
        chain.take(next());
        if (!late.isEmpty() && random.nextInt(4) == 0) {
            chain.take(late.removeFirst());
        }
    }

    private byte[] next() {
        byte[] block = said.get(at++);
        exchange.take(Block.of(block));
        return block;
    }

    /// Something goes wrong with the next thing, and nobody is told so.
    void goesWrong() {
        switch (random.nextInt(6)) {
            case 0 -> {
                byte[] block = next();
                chain.take(block);
                chain.take(block);
            }
            case 1 -> next();
            case 2 -> late.add(next());
            case 3 -> {
                byte[] first = next();
                if (more()) {
                    chain.take(next());
                }
                chain.take(first);
            }
            case 4 -> {
                byte[] block = next();
                chain.take(Arrays.copyOf(block, random.nextInt(block.length)));
            }
            default -> chain.takeAll(said.subList(Math.max(0, at - 1 - random.nextInt(FAR)), at));
        }
    }

    /// The link is cut at any byte, and back some events later.
    void isCut() {
        if (more()) {
            byte[] block = next();
            chain.read(block, random.nextInt(block.length));
        }
        chain.linkLost();
        late.clear();
        for (int missed = random.nextInt(FAR); missed > 0 && more(); missed--) {
            next();
        }
        isBack(Chain.STARTED);
    }

    /// The lists are of now; what was not yet told when they were asked for is told after them.
    void isBack(String started) {
        chain.linkOpened(100);
        int behind = Math.min(random.nextInt(4), said.size() - at);
        List<byte[]> meanwhile = new ArrayList<>();
        for (int i = 0; i < behind; i++) {
            meanwhile.add(next());
        }
        chain.takeAll(exchange.lists(started));
        chain.takeAll(meanwhile);
    }

    /// The exchange is started anew: it has forgotten everything.
    void isStartedAnew() {
        chain.linkLost();
        at = said.size();
        late.clear();
        exchange.startAnew();
        chain.linkOpened(1);
        chain.takeAll(exchange.lists("23:00:00"));
    }

    /// At the end of the day somebody looks at everything once more.
    void isLookedAt() {
        late.forEach(chain::take);
        late.clear();
        chain.comesBackTo(exchange);
    }
}
