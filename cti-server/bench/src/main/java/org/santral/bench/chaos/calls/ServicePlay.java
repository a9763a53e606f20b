package org.santral.bench.chaos.calls;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.santral.bench.chaos.parts.ChaosSite.Group;
import org.santral.bench.chaos.parts.Exchange;
import org.santral.phones.AnswerMode;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.Direction;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;

/// What the exchange offers beside calling and handing on: calls that are sent on, picked up, parked, and talked by
/// three.
final class ServicePlay extends Steps {
    private static final String PARK = "700";
    private static final String PICK_UP = "**";
    private static final String ASK = "*2";
    private static final String ALL_THREE = "*3";
    /// The exchange says that a number may be pressed now, and hears no keys before.
    private static final int PROMPT_MILLIS = 1500;

    private final Exchange exchange;

    ServicePlay(PhoneBench phones, TruthLog truth, Exchange exchange, Driven call, RandomGenerator random) {
        super(phones, truth, call, random);
        this.exchange = exchange;
    }

    void drive() throws InterruptedException {
        switch (call.kind()) {
            case FORWARDED -> {
                desk(0).mode(new AnswerMode.Forward(call.desks().get(1)));
                String caller = toDesk(0);
                answered(1);
                talk();
                eitherHangsUp(caller, 1);
            }
            case PICKED_UP -> {
                String caller = toDesk(0);
                rings(0);
                sometime(300, 2000);
                takes(1, PICK_UP + call.desks().get(0));
                talk();
                eitherHangsUp(caller, 1);
            }
            case PICKED_UP_TOO_LATE -> {
                String caller = toDesk(0);
                answered(0);
                dial(1, PICK_UP + call.desks().get(0));
                await(
                        "the colleague to hear that nothing rings",
                        PATIENCE,
                        seen -> seen.is(call.desks().get(1), What.ENDED));
                talk();
                eitherHangsUp(caller, 0);
            }
            case QUEUE_PICKED_UP -> {
                String caller = phones.place(CallRequest.from(call.mark()).to(Group.SALES.line()));
                Sighting ringing = await("a desk to ring", Duration.ofSeconds(35), this::isRingingOfSite);
                sometime(300, 1500);
                takes(0, PICK_UP + ringing.call().device());
                talk();
                eitherHangsUp(caller, 0);
            }
            case PARKED_RETRIEVED -> {
                String caller = parked();
                sometime(300, 2000);
                takes(1, place());
                talk();
                eitherHangsUp(caller, 1);
            }
            case PARKED_GIVEN_UP -> {
                String caller = parked();
                sometime(500, 3000);
                phones.carrier().hangUp(caller);
            }
            case CONFERENCE -> conference();
            default -> throw new IllegalStateException(call.kind() + " needs no service");
        }
    }

    private String parked() throws InterruptedException {
        String caller = toDesk(0);
        answered(0);
        talk();
        desk(0).transfer(PARK);
        await("the parking", PATIENCE, seen -> seen.is(call.desks().get(0), What.ENDED));
        return caller;
    }

    /// Whoever parks hears the place; who fetches is told it across the room.
    private String place() throws InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(latest)) {
            try {
                String place = exchange.placeParkedFrom(call.desks().get(0));
                if (place != null) {
                    return place;
                }
            } catch (IOException away) {
                throw new NotSeen("no place, the exchange does not answer");
            }
            Thread.sleep(200);
        }
        throw new NotSeen("not seen: a parking place");
    }

    /// A desk dials what gives it somebody else's caller, and has them.
    private void takes(int which, String code) throws InterruptedException {
        dial(which, code);
        await(
                code + " to give the caller",
                PATIENCE,
                seen -> seen.is(call.desks().get(which), What.ANSWERED)
                        && seen.call().direction() == Direction.OUTGOING);
    }

    private void conference() throws InterruptedException {
        String caller = toDesk(0);
        answered(0);
        talk();
        // The colleague is called in this desk's name.
        truth.dialsFor(call.desks().get(0), call);
        desk(0).press(ASK);
        Thread.sleep(PROMPT_MILLIS);
        desk(0).press(call.desks().get(1));
        answered(1);
        talk();
        desk(0).press(ALL_THREE);
        sometime(1500, 4000);
        List<Runnable> leave = new ArrayList<>(
                List.of(() -> phones.carrier().hangUp(caller), () -> desk(0).hangUp(), () -> desk(1).hangUp()));
        leave.remove(random.nextInt(leave.size())).run();
        talk();
        leave.remove(random.nextInt(leave.size())).run();
    }

    private boolean isRingingOfSite(Sighting seen) {
        return seen.what() == What.RANG && seen.call().direction() == Direction.INCOMING;
    }
}
