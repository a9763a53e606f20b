package org.santral.bench.chaos.calls;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.santral.bench.chaos.parts.ChaosSite.Group;
import org.santral.bench.chaos.parts.Exchange;
import org.santral.phones.AnswerMode;
import org.santral.phones.CallRequest;
import org.santral.phones.Carrier;
import org.santral.phones.PhoneBench;
import org.santral.phones.SipPhone;
import org.santral.phones.call.Direction;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;

/// One call from its first digit to its last word, as its kind says.
final class Play extends Steps {
    private final Exchange exchange;

    /// @param exchange tells at which place a caller is parked
    Play(PhoneBench phones, TruthLog truth, Exchange exchange, Driven call, RandomGenerator random) {
        super(phones, truth, call, random);
        this.exchange = exchange;
    }

    void run() throws InterruptedException {
        try {
            drive();
            await("the end", PATIENCE, this::isEndOfOrigin);
        } catch (NotSeen e) {
            call.disturbed(String.valueOf(e.getMessage()));
        }
    }

    private void drive() throws InterruptedException {
        switch (call.kind()) {
            case DIRECT_ANSWERED -> {
                String caller = toDesk(0);
                answered(0);
                talk();
                phones.carrier().hangUp(caller);
            }
            case DIRECT_AGENT_HANGS_UP -> {
                toDesk(0);
                answered(0);
                talk();
                desk(0).hangUp();
            }
            case DIRECT_ABANDONED -> {
                String caller = toDesk(0);
                rings(0);
                sometime(500, 2500);
                phones.carrier().hangUp(caller);
            }
            case DIRECT_BUSY -> refused(AnswerMode.busy());
            case DIRECT_DECLINED -> refused(AnswerMode.decline());
            case DIRECT_NOT_ANSWERED -> {
                toDesk(0);
                await("the end of the exchange's patience", Duration.ofSeconds(35), this::isEndOfOrigin);
            }
            case QUEUE_ANSWERED -> {
                phones.place(toGroup().answerAfter(span(300, 2000)).talk(span(800, 4000)));
                await("the end of a talk", Duration.ofSeconds(45), this::isEndOfOrigin);
            }
            case QUEUE_AGENT_HANGS_UP -> {
                phones.place(toGroup().answerAfter(span(300, 2000)));
                Sighting answer = await("an answer", Duration.ofSeconds(35), this::isAnswerOfSite);
                talk();
                SipPhone phone = phones.phone(answer.call().device());
                phone.hangUp(answer.call().id());
            }
            case QUEUE_ABANDONED -> {
                phones.place(toGroup().giveUpAfter(span(500, 3000)));
                await("the caller to lose patience", PATIENCE, this::isEndOfOrigin);
            }
            case QUEUE_TIMED_OUT -> {
                phones.place(CallRequest.from(call.mark()).to(Group.BRIEF.line()));
                await("the end of the queue's patience", Duration.ofSeconds(20), this::isEndOfOrigin);
            }
            case HELD -> {
                String caller = toDesk(0);
                answered(0);
                talk();
                desk(0).hold();
                await("hold", PATIENCE, seen -> seen.what() == What.HELD);
                sometime(300, 1500);
                if (random.nextBoolean()) {
                    desk(0).retrieve();
                    await("retrieve", PATIENCE, seen -> seen.what() == What.RETRIEVED);
                    talk();
                }
                phones.carrier().hangUp(caller);
            }
            case TRANSFERRED -> {
                String caller = toDesk(0);
                answered(0);
                talk();
                desk(0).transfer(call.desks().get(1));
                answered(1);
                talk();
                eitherHangsUp(caller, 1);
            }
            case TRANSFERRED_TO_BUSY -> {
                toDesk(0);
                answered(0);
                talk();
                desk(1).mode(AnswerMode.busy());
                desk(0).transfer(call.desks().get(1));
                await("the exchange to let the caller go", Duration.ofSeconds(12), this::isEndOfOrigin);
            }
            case TRANSFERRED_ATTENDED -> attended();
            case FORWARDED,
                    PICKED_UP,
                    PICKED_UP_TOO_LATE,
                    QUEUE_PICKED_UP,
                    PARKED_RETRIEVED,
                    PARKED_GIVEN_UP,
                    CONFERENCE -> new ServicePlay(phones, truth, exchange, call, random).drive();
            case INTERNAL_ANSWERED -> {
                String own = toColleague();
                answered(1);
                talk();
                if (random.nextBoolean()) {
                    desk(0).hangUp(own);
                } else {
                    desk(1).hangUp();
                }
            }
            case INTERNAL_BUSY -> {
                desk(1).mode(AnswerMode.busy());
                toColleague();
            }
            case INTERNAL_GIVEN_UP -> {
                String own = toColleague();
                rings(1);
                sometime(400, 2000);
                desk(0).hangUp(own);
            }
            case OUTGOING_ANSWERED -> {
                String own = outside(new AnswerMode.After(span(300, 1500)));
                await("an answer", PATIENCE, seen -> seen.is(call.desks().get(0), What.ANSWERED));
                talk();
                if (random.nextBoolean()) {
                    desk(0).hangUp(own);
                } else {
                    Sighting there = await("the other side", PATIENCE, seen -> seen.is(Carrier.DEVICE, What.ANSWERED));
                    phones.carrier().hangUp(there.call().id());
                }
            }
            case OUTGOING_BUSY -> outside(AnswerMode.busy());
            case OUTGOING_GIVEN_UP -> {
                String own = outside(new AnswerMode.Never());
                await("ringing there", PATIENCE, seen -> seen.is(call.desks().get(0), What.RINGING_THERE));
                sometime(500, 2000);
                desk(0).hangUp(own);
            }
        }
    }

    private void attended() throws InterruptedException {
        String caller = toDesk(0);
        answered(0);
        talk();
        dial(0, call.desks().get(1));
        answered(1);
        await("the consultation", PATIENCE, this::isAnswerOfConsultation);
        talk();
        desk(0).completeTransfer();
        await("the hand-over", PATIENCE, seen -> seen.is(call.desks().get(0), What.ENDED));
        talk();
        eitherHangsUp(caller, 1);
    }

    private boolean isAnswerOfConsultation(Sighting seen) {
        return seen.is(call.desks().get(0), What.ANSWERED) && seen.call().direction() == Direction.OUTGOING;
    }

    private void refused(AnswerMode how) {
        desk(0).mode(how);
        toDesk(0);
    }

    private CallRequest toGroup() {
        return CallRequest.from(call.mark()).to((random.nextBoolean() ? Group.SALES : Group.VIP).line());
    }

    private String toColleague() {
        return dial(0, call.desks().get(1));
    }

    private String outside(AnswerMode how) {
        phones.carrier().takes(call.mark(), how);
        return dial(0, "9" + call.mark());
    }
}
