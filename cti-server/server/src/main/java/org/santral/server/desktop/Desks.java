package org.santral.server.desktop;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.screenpop.Pop;
import org.santral.switchboard.Effect;

/// All open screens, and the floor they show. Moved on the loop's thread, where a screen that joins sees the
/// floor as it is between two effects: what it missed is in its snapshot, what comes later is numbered after
/// it.
public final class Desks {
    private final Floor floor;
    private final Presence presence;
    private final InstantSource clock;
    private final Consumer<Delivery> deliveries;
    private final boolean demo;
    private final OpenDesks sessions = new OpenDesks();

    /// A card that was handed to a screen's socket.
    ///
    /// @param atMillis since 1970, UTC
    public record Delivery(String call, String agent, String screen, Pop.State state, long atMillis) {
        public String json() {
            return Json.write(this);
        }
    }

    Desks(Floor floor, Presence presence, InstantSource clock, Consumer<Delivery> deliveries, boolean demo) {
        this.floor = floor;
        this.presence = presence;
        this.clock = clock;
        this.deliveries = deliveries;
        this.demo = demo;
    }

    public void take(Effect effect) {
        for (Floor.Told told : floor.take(effect)) {
            sessions.forEach(told.to(), session -> {
                if (told.card()) {
                    session.sendCard(told.delta().get(), delivered(told.shown(), session));
                } else {
                    session.send(told.delta().get());
                }
            });
        }
    }

    private @Nullable Runnable delivered(@Nullable Pop pop, DeskSession session) {
        return pop == null
                ? null
                : () -> deliveries.accept(new Delivery(
                        pop.call().toString(), pop.agent().value(), session.id(), pop.state(), clock.millis()));
    }

    void join(DeskSession session) {
        sessions.add(session);
        session.snapshot(floor.snapshotFor(session.person(), demo));
        presence.opened(session.person());
    }

    void leave(DeskSession session) {
        if (sessions.remove(session)) {
            presence.closed(session.person());
        }
    }

    void resend(DeskSession session) {
        session.snapshot(floor.snapshotFor(session.person(), demo));
    }

    void beat() {
        long now = clock.millis();
        sessions.forEach(Audience.EVERYBODY, session -> session.beat(now));
    }

    /// Who was signed on when this server died. On the loop's thread only.
    public void remembered(String login) {
        presence.rememberedFromBefore(login);
    }

    /// Answers one request of one screen; from any thread.
    static void reply(DeskSession session, String request, @Nullable Because whyNot) {
        session.reply(Json.write(new Reply("reply", request, whyNot == null, whyNot)));
    }

    private record Reply(
            String type,
            String request,
            boolean ok,
            @Nullable Because because) {}

    public int open() {
        return sessions.count();
    }

    /// On the loop's thread only.
    public List<?> links() {
        return floor.links();
    }
}
