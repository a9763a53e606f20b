package org.santral.asterisk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.asterisk.ami.AmiMessage;

class RetellingTest {
    private static CelRow row(String type, String at, String app, String appData) {
        return new CelRow(
                type,
                Instant.parse("2026-11-25T08:48:" + at + "Z"),
                "1795596490.560",
                "1795596490.560",
                "PJSIP/trunk-0000004c",
                "09130000112",
                "",
                "02188880002",
                "brief",
                "santral-queues",
                app,
                appData,
                "",
                "",
                "");
    }

    @ParameterizedTest
    @CsvSource({"10.999436, 15.049297, true", "10.000100, 15.000200, true", "10.999436, 14.990000, false"})
    void theQueuesPatienceIsCountedInSecondsOfTheClock(String joined, String left, boolean sentAway) {
        List<AmiMessage> told = Retelling.of(List.of(
                row("CHAN_START", "10.900000", "", ""),
                row("APP_START", joined, "Queue", "brief,tk,,,5"),
                row("APP_END", left, "Queue", "brief,tk,,,5")));

        assertThat(told.stream().map(AmiMessage::event).anyMatch("QueueCallerAbandon"::equals))
                .isEqualTo(sentAway);
    }
}
