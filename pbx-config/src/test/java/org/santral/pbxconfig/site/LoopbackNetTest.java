package org.santral.pbxconfig.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.santral.pbxconfig.Sites;
import org.santral.pbxconfig.yaml.SiteReading;
import org.santral.pbxconfig.yaml.SiteYaml;

class LoopbackNetTest {

    @Test
    void everyAddressOfTheSiteMovesAndNothingElseDoes() {
        String moved = Sites.text(Sites.DEMO).replace("127.20.", "127.42.");
        assertThat(SiteYaml.read(moved))
                .isInstanceOfSatisfying(
                        SiteReading.Sound.class,
                        sound -> assertThat(LoopbackNet.move(Sites.plan(Sites.DEMO), 42))
                                .isEqualTo(sound.plan()));
    }

    @Test
    void addressesOutsideLoopbackAreNamed() {
        String real = Sites.text(Sites.DEMO).replace("127.20.0.2", "192.0.2.7");
        assertThat(SiteYaml.read(real))
                .isInstanceOfSatisfying(
                        SiteReading.Sound.class,
                        sound -> assertThat(LoopbackNet.strangers(sound.plan())).containsExactly("192.0.2.7"));
    }
}
