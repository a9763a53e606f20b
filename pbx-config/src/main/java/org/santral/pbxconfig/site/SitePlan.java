package org.santral.pbxconfig.site;

import java.util.List;

/// One site behind one exchange, as `site.yaml` says.
public record SitePlan(About about, Exchange exchange, Lines lines, List<Queue> queues, Desks desks, CtiServer cti) {

    public SitePlan {
        queues = List.copyOf(queues);
    }

    /// Who the site is.
    ///
    /// @param country ISO 3166 alpha-2, upper case; decides how national numbers read
    /// @param zone IANA time zone
    /// @param languages ISO 639 codes, the first is the site's own
    public record About(String name, String country, String zone, List<String> languages) {
        public About {
            languages = List.copyOf(languages);
        }
    }

    /// The ways in and out.
    public record Lines(List<Trunk> trunks, List<Did> dids) {
        public Lines {
            trunks = List.copyOf(trunks);
            dids = List.copyOf(dids);
        }
    }

    /// The places where people answer, and the people.
    public record Desks(List<Phone> phones, List<Agent> agents) {
        public Desks {
            phones = List.copyOf(phones);
            agents = List.copyOf(agents);
        }
    }

    /// The agents of a queue, in the order of the site's list: it is the order of a queue that rings in turn.
    public List<Agent> membersOf(Queue queue) {
        return desks.agents().stream()
                .filter(agent -> agent.queues().contains(queue.name()))
                .toList();
    }
}
