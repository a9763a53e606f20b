package org.santral.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxId;

class SiteTest {
    private static final DeviceId TRUNK = device("trunk");
    private static final DeviceId FIRST = device("1001");
    private static final DeviceId SECOND = device("1002");
    private static final DeviceId STRANGE = device("9999");

    private static final Site SITE = new Site(
            "IR",
            "Asia/Tehran",
            List.of(new Site.Trunk(device("other"), "Other"), new Site.Trunk(TRUNK, "Carrier")),
            List.of(new Site.Did("5001", "Sales", "sales", null), new Site.Did("5002", "Desk", null, "1002")),
            List.of(
                    new Site.Queue("vip", "VIP", Site.Queue.Strategy.IN_TURN),
                    new Site.Queue("sales", "Sales", Site.Queue.Strategy.RING_ALL)),
            List.of(new Site.Phone(FIRST, "1001", "Desk 1"), new Site.Phone(SECOND, "1002", "Desk 2")),
            List.of(
                    new Site.Agent(new AgentId("sara"), "Sara", "1001", List.of("sales")),
                    new Site.Agent(new AgentId("omid"), "Omid", "1002", List.of("sales"))));

    private static DeviceId device(String name) {
        return new DeviceId(new PbxId("pbx1"), "PJSIP/" + name);
    }

    @Test
    void everythingIsFoundByItsOwnNameAndNothingByAnother() {
        assertThat(SITE.phone(SECOND).map(Site.Phone::label)).contains("Desk 2");
        assertThat(SITE.phone(STRANGE)).isEmpty();
        assertThat(SITE.phoneWithExtension("1002").map(Site.Phone::device)).contains(SECOND);
        assertThat(SITE.phoneWithExtension("1003")).isEmpty();
        assertThat(SITE.trunk(TRUNK).map(Site.Trunk::label)).contains("Carrier");
        assertThat(SITE.trunk(FIRST)).isEmpty();
        assertThat(SITE.did("5002").map(Site.Did::label)).contains("Desk");
        assertThat(SITE.did("5003")).isEmpty();
        assertThat(SITE.queue("sales").map(Site.Queue::label)).contains("Sales");
        assertThat(SITE.queue("support")).isEmpty();
        assertThat(SITE.agent(new AgentId("omid")).map(Site.Agent::name)).contains("Omid");
        assertThat(SITE.agent(new AgentId("nobody"))).isEmpty();
    }

    @Test
    void theIndexFindsWhatTheSiteFinds() {
        SiteIndex index = new SiteIndex(SITE);

        assertThat(index.site()).isSameAs(SITE);
        assertThat(index.phone(SECOND)).isEqualTo(SITE.phone(SECOND).orElseThrow());
        assertThat(index.phone(TRUNK)).isNull();
        assertThat(index.phoneWithExtension("1001")).isEqualTo(SITE.phone(FIRST).orElseThrow());
        assertThat(index.trunk(TRUNK)).isEqualTo(SITE.trunk(TRUNK).orElseThrow());
        assertThat(index.did("5001")).isEqualTo(SITE.did("5001").orElseThrow());
        assertThat(index.queue("vip")).isEqualTo(SITE.queue("vip").orElseThrow());
        assertThat(index.agent(new AgentId("sara")))
                .isEqualTo(SITE.agent(new AgentId("sara")).orElseThrow());
    }

    @Test
    void aKnownDeviceIsTheOneTheSiteHolds() {
        SiteIndex index = new SiteIndex(SITE);

        assertThat(index.known(device("1001"))).isSameAs(FIRST);
        assertThat(index.known(device("trunk"))).isSameAs(TRUNK);
        assertThat(index.known(STRANGE)).isSameAs(STRANGE);
    }
}
