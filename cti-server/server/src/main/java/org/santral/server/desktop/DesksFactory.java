package org.santral.server.desktop;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.santral.server.history.CallRows;
import org.santral.server.loop.Timers;
import org.santral.site.Site;
import org.santral.switchboard.Input;

/// Sets up the screens of a site.
///
/// @param labels what queues and dialled numbers are called, by name and language; the empty language is for
///     all others
public record DesksFactory(
        Site site, Map<String, Map<String, String>> labels, CallRows rows, Timers timers, InstantSource clock) {
    /// @param inputs where sign-ons go
    /// @param deliveries is told of every card that reached a socket
    public Desks create(Consumer<Input> inputs, Consumer<Desks.Delivery> deliveries, boolean demo) {
        return new Desks(
                new Floor(site, labels, rows, clock), new Presence(timers, clock, inputs), clock, deliveries, demo);
    }
}
