package org.santral.pbxconfig.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.pbxconfig.Sites;
import org.santral.pbxconfig.harness.TestPbx;

/// What a real Asterisk makes of names that try to leave their place.
@Tag("pbx")
class HostileNamesTest {

    @ParameterizedTest(name = "Asterisk {0}")
    @CsvSource({"22, 133", "16, 134"})
    void everyNameStaysWhereItBelongs(String major, int net) {
        String site = Sites.HOSTILE.toAbsolutePath().toString();
        try (TestPbx pbx = TestPbx.up(net, "--asterisk", major, "--site", site)) {
            assertThat(pbx.cli("queue show help-desk"))
                    .contains("Eve\", PJSIP/666; \\\", \\ (PJSIP/101)")
                    .contains("${CHANNEL}, [x] (PJSIP/102)")
                    .doesNotContain("(PJSIP/666)");
            assertThat(pbx.cli("pjsip show endpoint 101")).contains("\"O'Brien '666'; ' [x]\" <101>");
            assertThat(pbx.cli("pjsip show endpoint 102")).contains("\"#include 'x', ثریا\" <102>");
            assertThat(pbx.cli("dialplan show from-trunk-carrier"))
                    .contains("'+3120123456' =>")
                    .contains("1 extension (3 priorities)")
                    .doesNotContain("System");
            assertThat(pbx.cli("dialplan show help-desk@santral-queues")).contains("Queue(help-desk,");
        }
    }
}
