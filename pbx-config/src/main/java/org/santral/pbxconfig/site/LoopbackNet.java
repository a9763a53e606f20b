package org.santral.pbxconfig.site;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Moves a site that lives on loopback into another 127.N.0.0/16, so that several exchanges run side by side on
/// one machine without meeting.
public final class LoopbackNet {

    private static final String LOOPBACK = "127.";

    private LoopbackNet() {}

    /// The addresses of a site that do not lie on loopback and therefore cannot be moved.
    public static List<String> strangers(SitePlan plan) {
        Stream<String> phones = plan.desks().phones().stream()
                .flatMap(phone ->
                        Stream.concat(Stream.ofNullable(phone.address()), Stream.ofNullable(phone.secondAddress())));
        Stream<String> trunks = plan.lines().trunks().stream().map(Trunk::address);
        Stream<String> servers = Stream.of(plan.exchange().address(), plan.cti().address());
        return Stream.of(servers, trunks, phones)
                .flatMap(addresses -> addresses)
                .filter(address -> !address.startsWith(LOOPBACK))
                .toList();
    }

    /// @param net the second figure of every address, 1 to 254
    public static SitePlan move(SitePlan plan, int net) {
        Exchange pbx = plan.exchange();
        CtiServer cti = plan.cti();
        return new SitePlan(
                plan.about(),
                new Exchange(
                        pbx.id(), onNet(pbx.address(), net), pbx.ports(), pbx.ami(), pbx.outsideLine(), pbx.services()),
                new SitePlan.Lines(
                        plan.lines().trunks().stream()
                                .map(trunk -> move(trunk, net))
                                .toList(),
                        plan.lines().dids()),
                plan.queues(),
                new SitePlan.Desks(
                        plan.desks().phones().stream()
                                .map(phone -> move(phone, net))
                                .toList(),
                        plan.desks().agents()),
                new CtiServer(onNet(cti.address(), net), cti.port(), cti.budgetMillis(), cti.giveUpMillis()));
    }

    private static Trunk move(Trunk trunk, int net) {
        return new Trunk(
                trunk.name(), trunk.label(), onNet(trunk.address(), net), trunk.port(), trunk.shows(), trunk.callers());
    }

    private static Phone move(Phone phone, int net) {
        @Nullable String address = phone.address();
        @Nullable String second = phone.secondAddress();
        return address == null
                ? phone
                : new Phone(
                        phone.extension(),
                        phone.name(),
                        onNet(address, net),
                        second == null ? null : onNet(second, net),
                        phone.directNumber());
    }

    private static String onNet(String address, int net) {
        if (!address.startsWith(LOOPBACK)) {
            return address;
        }
        String[] figures = address.split("\\.", -1);
        return LOOPBACK + net + "." + figures[2] + "." + figures[3];
    }
}
