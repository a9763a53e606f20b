package org.santral.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.caller.CallerPolicy;
import org.santral.pbx.DeviceId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxId;

class NumberRuleTest {
    /// A gateway that puts the outside line's 9 before mobile numbers, and a carrier that leaves trunk prefix and, for
    /// the own town, the area away.
    private static final List<NumberRule> TEHRAN = List.of(
            new NumberRule("90", 0, "9", ""),
            new NumberRule("9", 10, "", "0"),
            new NumberRule("", 8, "", "021"),
            new NumberRule("0098", 0, "0098", "+98"));

    @ParameterizedTest
    @CsvSource({
        "909123456789,   09123456789",
        "9123456789,     09123456789",
        "88990000,       02188990000",
        "00982188990000, +982188990000",
        "02188990000,    02188990000",
        "+982188990000,  +982188990000",
        "'',             ''"
    })
    void theFirstRuleThatFitsReadsTheNumber(String signalled, String read) {
        assertThat(NumberRule.read(TEHRAN, signalled)).isEqualTo(read);
    }

    @Test
    void aDialledNumbersRulesGoBeforeThoseOfItsTrunk() {
        DeviceId trunk = new DeviceId(new PbxId("pbx1"), "PJSIP/trunk");
        List<NumberRule> shiraz = List.of(new NumberRule("", 8, "", "071"));
        SiteIndex site = new SiteIndex(new Site(
                "IR",
                "Asia/Tehran",
                List.of(new Site.Trunk(trunk, "Carrier", TEHRAN)),
                List.of(
                        new Site.Did("07138880000", "Shiraz", "sales", null, shiraz),
                        new Site.Did("02188880000", "Tehran", "sales", null)),
                List.of(),
                List.of(),
                List.of()));
        Party caller = new Party("36280000", "", Party.Presentation.ALLOWED);

        assertThat(CallerPolicy.stranger(caller, site.callers("07138880000", trunk))
                        .number())
                .isEqualTo("07136280000");
        assertThat(CallerPolicy.stranger(caller, site.callers("02188880000", trunk))
                        .number())
                .isEqualTo("02136280000");
        assertThat(CallerPolicy.stranger(caller, site.callers(null, null)).number())
                .isEqualTo("36280000");
    }
}
