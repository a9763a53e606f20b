package org.santral.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxId;
import org.santral.pbxconfig.site.CallerRule;
import org.santral.pbxconfig.site.Did;
import org.santral.pbxconfig.site.Label;
import org.santral.pbxconfig.site.LoopbackNet;
import org.santral.pbxconfig.site.Phone;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.pbxconfig.site.Trunk;
import org.santral.pbxconfig.yaml.SiteReading;
import org.santral.pbxconfig.yaml.SiteYaml;
import org.santral.site.NumberRule;
import org.santral.site.Site;

/// From `site.yaml` to the site of the call model.
public final class Sites {
    private static final String TECHNOLOGY = "PJSIP/";

    private Sites() {}

    /// @throws WrongSetting when the file is not there or not a site
    public static SitePlan plan(Path file, @Nullable Integer net) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new WrongSetting("santral.site", file, "cannot be read", "Give the path of a site.yaml.");
        }
        return switch (SiteYaml.read(text)) {
            case SiteReading.Sound sound -> net == null ? sound.plan() : LoopbackNet.move(sound.plan(), net);
            case SiteReading.Unsound unsound ->
                throw new WrongSetting(unsound.problems().stream()
                        .map(problem -> "santral.site=" + file + ": " + problem)
                        .toList());
        };
    }

    /// What queues and dialled numbers are called, by name and language; the empty language is for all others.
    public static Map<String, Map<String, String>> labels(SitePlan plan) {
        Map<String, Map<String, String>> labels = new HashMap<>();
        plan.queues().forEach(queue -> labels.put(queue.name(), wordings(queue.label())));
        plan.lines().dids().forEach(did -> labels.put(did.number(), wordings(did.label())));
        return labels;
    }

    private static Map<String, String> wordings(Label label) {
        Map<String, String> wordings = new HashMap<>(label.byLanguage());
        wordings.put("", label.fallback());
        return wordings;
    }

    /// The trunk's where the number has none of its own: the dialplan asks by the number alone.
    private static List<CallerRule> callers(SitePlan plan, Did did) {
        return did.callers().isEmpty()
                ? plan.lines().trunks().stream()
                        .filter(trunk -> trunk.name().equals(did.trunk()))
                        .findFirst()
                        .map(Trunk::callers)
                        .orElse(List.of())
                : did.callers();
    }

    private static List<NumberRule> rules(List<CallerRule> rules) {
        return rules.stream()
                .map(rule -> new NumberRule(rule.starts(), rule.digits(), rule.strip(), rule.add()))
                .toList();
    }

    public static Site model(SitePlan plan) {
        PbxId pbx = new PbxId(plan.exchange().id());
        List<Site.Did> dids = new ArrayList<>();
        for (Did did : plan.lines().dids()) {
            String label = did.label().fallback();
            dids.add(
                    switch (did.leadsTo()) {
                        case Did.ToQueue(String queue) ->
                            new Site.Did(did.number(), label, queue, null, rules(callers(plan, did)));
                        case Did.ToDesk(String extension) ->
                            new Site.Did(did.number(), label, null, extension, rules(callers(plan, did)));
                    });
        }
        for (Phone phone : plan.desks().phones()) {
            String direct = phone.directNumber();
            if (direct != null && dids.stream().noneMatch(did -> did.number().equals(direct))) {
                dids.add(new Site.Did(direct, phone.name(), null, phone.extension()));
            }
        }
        return new Site(
                plan.about().country(),
                plan.about().zone(),
                plan.exchange().outsideLine().isEmpty() ? null : plan.exchange().outsideLine(),
                plan.lines().trunks().stream()
                        .map(trunk -> new Site.Trunk(
                                new DeviceId(pbx, TECHNOLOGY + trunk.name()),
                                trunk.label().fallback(),
                                rules(trunk.callers())))
                        .toList(),
                dids,
                plan.queues().stream()
                        .map(queue -> new Site.Queue(
                                queue.name(),
                                queue.label().fallback(),
                                switch (queue.strategy()) {
                                    case RING_ALL -> Site.Queue.Strategy.RING_ALL;
                                    case IN_TURN -> Site.Queue.Strategy.IN_TURN;
                                }))
                        .toList(),
                plan.desks().phones().stream()
                        .map(phone -> new Site.Phone(
                                new DeviceId(pbx, TECHNOLOGY + phone.extension()), phone.extension(), phone.name()))
                        .toList(),
                plan.desks().agents().stream()
                        .map(agent -> new Site.Agent(
                                new AgentId(agent.login()), agent.name(), agent.extension(), agent.queues()))
                        .toList());
    }
}
