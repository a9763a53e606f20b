package org.santral.server.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.santral.agent.AgentId;
import org.santral.asterisk.ami.AmiFramer;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.Oddities;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxId;
import org.santral.site.Site;

/// Traffic of a real Asterisk, and the site it was recorded at.
public final class Recorded {
    public static final PbxId PBX = new PbxId("pbx1");

    private Recorded() {}

    public static List<AmiMessage> messages(String scenario) throws IOException {
        byte[] bytes =
                Files.readAllBytes(Path.of("../call-model/src/test/resources/scenarios", scenario, scenario + ".ami"));
        List<AmiMessage> messages = new ArrayList<>();
        new AmiFramer(new Oddities())
                .feed(bytes, bytes.length, block -> messages.add(new AmiMessage(block, Instant.now())));
        return messages;
    }

    public static Site site() {
        return new Site(
                "IR",
                "Asia/Tehran",
                List.of(new Site.Trunk(new DeviceId(PBX, "PJSIP/trunk"), "Carrier")),
                List.of(new Site.Did("02188880000", "Sales line", "sales", null)),
                List.of(new Site.Queue("sales", "Sales", Site.Queue.Strategy.RING_ALL)),
                List.of(phone("1001"), phone("1002")),
                List.of(agent("sara", "1001"), agent("omid", "1002")));
    }

    private static Site.Phone phone(String extension) {
        return new Site.Phone(new DeviceId(PBX, "PJSIP/" + extension), extension, "Desk " + extension);
    }

    private static Site.Agent agent(String login, String extension) {
        return new Site.Agent(new AgentId(login), login, extension, List.of("sales"));
    }
}
