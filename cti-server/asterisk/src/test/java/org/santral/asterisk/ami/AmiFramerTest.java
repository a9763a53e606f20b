package org.santral.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiFramerTest {

    @ParameterizedTest
    @ValueSource(ints = {1_000, 65_536, 262_144, 1_048_576})
    void aHundredMegabytesWithoutAnEndAreHeldInAFewAtMost(int read) {
        Oddities oddities = new Oddities();
        AmiFramer framer = new AmiFramer(oddities);
        List<byte[]> blocks = new ArrayList<>();
        byte[] filler = new byte[read];
        Arrays.fill(filler, (byte) 'x');
        int most = 0;
        for (long fed = 0; fed < 100_000_000; fed += read) {
            framer.feed(filler, read, blocks::add);
            most = Math.max(most, framer.capacity());
        }

        assertThat(most).isLessThanOrEqualTo(4 << 20);
        assertThat(blocks).isEmpty();
        assertThat(oddities.of(Oddity.OVERSIZED)).isEqualTo(1);
        byte[] next = "\r\n\r\nEvent: Hangup\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        framer.feed(next, next.length, blocks::add);
        assertThat(blocks).singleElement().isEqualTo("Event: Hangup".getBytes(StandardCharsets.US_ASCII));
    }
}
