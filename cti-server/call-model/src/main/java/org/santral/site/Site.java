package org.santral.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.pbx.DeviceId;

/// One site behind one exchange.
///
/// @param country ISO 3166 alpha-2, decides how national numbers read
/// @param zone IANA zone of the site
/// @param outsideLine what a phone dials before an outside number, null when nothing is
public record Site(
        String country,
        String zone,
        @Nullable String outsideLine,
        List<Trunk> trunks,
        List<Did> dids,
        List<Queue> queues,
        List<Phone> phones,
        List<Agent> agents) {

    public static final Site EMPTY = new Site("ZZ", "UTC", null, List.of(), List.of(), List.of(), List.of(), List.of());

    public Site(
            String country,
            String zone,
            List<Trunk> trunks,
            List<Did> dids,
            List<Queue> queues,
            List<Phone> phones,
            List<Agent> agents) {
        this(country, zone, null, trunks, dids, queues, phones, agents);
    }

    /// @param dialled at a phone
    public String withoutOutsideLine(String dialled) {
        return outsideLine != null && dialled.length() > outsideLine.length() && dialled.startsWith(outsideLine)
                ? dialled.substring(outsideLine.length())
                : dialled;
    }

    /// @param callers how it writes callers' numbers; empty: as they are
    public record Trunk(DeviceId device, String label, List<NumberRule> callers) {
        public Trunk(DeviceId device, String label) {
            this(device, label, List.of());
        }
    }

    /// @param queue where its callers go by default, null when it leads straight to an extension
    /// @param extension where its callers go by default, null when it leads to a queue
    /// @param callers how callers' numbers are written who come in by it; empty: as its trunk writes them
    public record Did(
            String number,
            String label,
            @Nullable String queue,
            @Nullable String extension,
            List<NumberRule> callers) {
        public Did(String number, String label, @Nullable String queue, @Nullable String extension) {
            this(number, label, queue, extension, List.of());
        }
    }

    public record Queue(String name, String label, Strategy strategy) {
        public enum Strategy {
            RING_ALL,
            IN_TURN
        }
    }

    public record Phone(DeviceId device, String extension, String label) {}

    /// @param extension the phone the agent sits at by default
    public record Agent(AgentId id, String name, String extension, List<String> queues) {}

    public Optional<Phone> phone(DeviceId device) {
        return phones.stream().filter(p -> p.device().equals(device)).findFirst();
    }

    public Optional<Phone> phoneWithExtension(String extension) {
        return phones.stream().filter(p -> p.extension().equals(extension)).findFirst();
    }

    public Optional<Trunk> trunk(DeviceId device) {
        return trunks.stream().filter(t -> t.device().equals(device)).findFirst();
    }

    public Optional<Did> did(String number) {
        return dids.stream().filter(d -> d.number().equals(number)).findFirst();
    }

    public Optional<Queue> queue(String name) {
        return queues.stream().filter(q -> q.name().equals(name)).findFirst();
    }

    public Optional<Agent> agent(AgentId id) {
        return agents.stream().filter(a -> a.id().equals(id)).findFirst();
    }
}
