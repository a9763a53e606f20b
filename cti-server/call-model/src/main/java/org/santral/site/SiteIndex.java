package org.santral.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.pbx.DeviceId;

/// A site with its look-ups made once: every event asks which device it speaks of.
public final class SiteIndex {
    private final Site site;
    private final Map<DeviceId, Site.Phone> phones = new HashMap<>();
    private final Map<String, Site.Phone> extensions = new HashMap<>();
    private final Map<DeviceId, Site.Trunk> trunks = new HashMap<>();
    private final Map<String, Site.Did> dids = new HashMap<>();
    private final Map<String, Site.Queue> queues = new HashMap<>();
    private final Map<AgentId, Site.Agent> agents = new HashMap<>();

    public SiteIndex(Site site) {
        this.site = site;
        site.phones().forEach(phone -> {
            phones.put(phone.device(), phone);
            extensions.put(phone.extension(), phone);
        });
        site.trunks().forEach(trunk -> trunks.put(trunk.device(), trunk));
        site.dids().forEach(did -> dids.put(did.number(), did));
        site.queues().forEach(queue -> queues.put(queue.name(), queue));
        site.agents().forEach(agent -> agents.put(agent.id(), agent));
    }

    public Site site() {
        return site;
    }

    public Site.@Nullable Phone phone(DeviceId device) {
        return phones.get(device);
    }

    public Site.@Nullable Phone phoneWithExtension(String extension) {
        return extensions.get(extension);
    }

    public Site.@Nullable Trunk trunk(DeviceId device) {
        return trunks.get(device);
    }

    /// The device as the site holds it, so that ten thousand calls at one phone share one name.
    public DeviceId known(DeviceId device) {
        var phone = phones.get(device);
        if (phone != null) {
            return phone.device();
        }
        var trunk = trunks.get(device);
        return trunk == null ? device : trunk.device();
    }

    public Site.@Nullable Did did(String number) {
        return dids.get(number);
    }

    /// How callers' numbers are to be read who came in by this number, over this line.
    ///
    /// @param device null while it is not known
    public List<NumberRule> callers(@Nullable String did, @Nullable DeviceId device) {
        Site.Did dialled = did == null ? null : dids.get(did);
        if (dialled != null && !dialled.callers().isEmpty()) {
            return dialled.callers();
        }
        Site.Trunk trunk = device == null ? null : trunks.get(device);
        return trunk == null ? List.of() : trunk.callers();
    }

    public Site.@Nullable Queue queue(String name) {
        return queues.get(name);
    }

    public Site.@Nullable Agent agent(AgentId id) {
        return agents.get(id);
    }
}
