package org.santral.phones.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.phones.PhoneBench;
import org.santral.phones.daemon.DemoTraffic.Told;

class DemoTrafficTest {
    private static final int NET = 144;

    @Test
    void moreCallersThanPhonesAndOneAreNeverUp() {
        // No exchange is there, so that nobody gets through and nobody leaves.
        try (PhoneBench bench = PhoneBench.open(NET, PhoneBench.at(NET, 0, 1), List.of("1001", "1002", "1003"))) {
            DemoTraffic traffic = new DemoTraffic(bench, new DemoMix(1, List.of("1001", "1002", "1003")));
            bench.room().loop().ask(() -> {
                for (int i = 0; i < 1000; i++) {
                    traffic.comes();
                    assertThat(bench.callsUp()).isLessThanOrEqualTo(4);
                }
                return true;
            });
            assertThat(traffic.told()).isEqualTo(new Told(0, 4, 996, 4));
            assertThat(bench.failures()).isZero();
        }
    }
}
