package org.santral.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.santral.phones.call.Caller;
import org.santral.phones.call.Direction;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.Ending;
import org.santral.phones.call.Phase;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Progress;
import org.santral.phones.call.What;

class PhoneToPhoneTest {
    private static final String CARRIER = Carrier.DEVICE;

    private final TwoPhones phones = new TwoPhones();

    @AfterEach
    void nothingWentWrongInside() {
        phones.close();
        assertThat(phones.room.loop().failures()).isZero();
    }

    @Test
    void anAnsweredCallIsSeenAlikeByBothSides() {
        phones.omid.mode(new AnswerMode.After(Duration.ofMillis(50)));
        phones.sara.dial("1002");
        phones.await("1001", What.ANSWERED);
        phones.omid.hangUp();

        PhoneCall there = phones.await("1002", What.ENDED).call();
        PhoneCall here = phones.await("1001", What.ENDED).call();
        assertThat(here.id()).isEqualTo(there.id());
        assertThat(here.direction()).isEqualTo(Direction.OUTGOING);
        assertThat(there.direction()).isEqualTo(Direction.INCOMING);
        assertThat(there.caller()).isEqualTo(Caller.of("1001", "Desk 1001"));
        assertThat(there.parties().dialled()).isEqualTo("1002");
        assertThat(there.endCause()).isEqualTo(EndCause.HUNG_UP);
        assertThat(here.endCause()).isEqualTo(EndCause.CLEARED_BY_OTHER);
        Progress told = there.progress();
        assertThat(told.rang()).isNotNull().isBetween(told.began(), told.answered());
        assertThat(Duration.between(told.rang(), told.answered()))
                .isBetween(Duration.ofMillis(50), Duration.ofSeconds(1));
        assertThat(told.answered()).isBefore(told.ended());
    }

    @Test
    void aPhoneInDeskModeRingsUntilSomebodyLiftsTheReceiver() {
        phones.carrier.call(Caller.of("02112345678", ""), "02188880000");
        phones.await("1001", What.RANG);
        assertThat(phones.sara.calls()).extracting(PhoneCall::phase).containsExactly(Phase.RINGING);

        assertThat(phones.sara.answer()).isTrue();

        assertThat(phones.await(CARRIER, What.ANSWERED).call().parties().dialled())
                .isEqualTo("02188880000");
        assertThat(phones.sara.answer()).as("nothing rings any more").isFalse();
    }

    @Test
    void aPhoneThatForwardsDoesNotRingAndSaysWhereTo() {
        phones.sara.mode(AnswerMode.parse("forward:1002"));
        phones.carrier.call(Caller.of("1", ""), "1001");

        PhoneCall there = phones.await("1001", What.ENDED).call();
        assertThat(there.endCause()).isEqualTo(EndCause.FORWARDED);
        assertThat(phones.saw("1001", What.RANG)).isFalse();
        assertThat(phones.await(CARRIER, What.ENDED).call().progress().ending())
                .extracting(Ending::cause, Ending::status)
                .containsExactly(EndCause.REFUSED, 302);
    }

    @Test
    void aPhoneThatDropsAnswersAndHangsUpAtOnce() {
        phones.sara.mode(AnswerMode.parse("drop:50ms"));
        phones.carrier.call(Caller.of("1", ""), "1001");

        PhoneCall there = phones.await("1001", What.ENDED).call();
        assertThat(there.endCause()).isEqualTo(EndCause.HUNG_UP);
        assertThat(there.progress().answered()).isNotNull();
        assertThat(phones.await(CARRIER, What.ENDED).call().endCause()).isEqualTo(EndCause.CLEARED_BY_OTHER);
    }

    @Test
    void aSlowPhoneRingsAfterItsCallerHasGone() {
        phones.sara.mode(AnswerMode.parse("slow:200ms"));
        String id = phones.carrier.call(Caller.of("1", ""), "1001");
        phones.carrier.hangUp(id);

        PhoneCall there = phones.await("1001", What.ENDED).call();
        assertThat(there.endCause()).isEqualTo(EndCause.GIVEN_UP);
        assertThat(Duration.between(there.progress().began(), there.progress().rang()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(there.progress().rang()).isBefore(there.progress().ended());
        assertThat(phones.await(CARRIER, What.ENDED).call().progress().ended())
                .isAfter(there.progress().rang());
    }

    @Test
    void aSlowPhoneThatIsLiftedBeforeItKnowsAnswersAllTheSame() {
        phones.sara.mode(AnswerMode.parse("slow:200ms"));
        String id = phones.carrier.call(Caller.of("1", ""), "1001");
        phones.await("1001", What.RANG);
        phones.carrier.hangUp(id);

        assertThat(phones.sara.answer()).isTrue();

        assertThat(phones.await("1001", What.ENDED).call().endCause()).isEqualTo(EndCause.CLEARED_BY_OTHER);
    }

    @Test
    void aBusyPhoneAndADecliningOneSaySo() {
        phones.sara.mode(AnswerMode.busy());
        phones.carrier.call(Caller.of("1", ""), "1001");
        assertThat(phones.await(CARRIER, What.ENDED).call().progress().ending())
                .extracting(Ending::cause, Ending::status)
                .containsExactly(EndCause.BUSY, 486);

        phones.omid.mode(AnswerMode.decline());
        phones.sara.dial("1002");
        assertThat(phones.await(
                                "1001 declined",
                                seen -> seen.is("1001", What.ENDED)
                                        && seen.call().direction() == Direction.OUTGOING)
                        .call()
                        .endCause())
                .isEqualTo(EndCause.DECLINED);
    }

    @Test
    void aCallerWhoGivesUpStopsTheRinging() {
        String id = phones.carrier.call(Caller.of("02112345678", ""), "1001");
        phones.await("1001", What.RANG);
        phones.carrier.hangUp(id);

        assertThat(phones.await("1001", What.ENDED).call().endCause()).isEqualTo(EndCause.GIVEN_UP);
        assertThat(phones.await(CARRIER, What.ENDED).call().endCause()).isEqualTo(EndCause.GIVEN_UP);
        assertThat(phones.saw("1001", What.ANSWERED)).isFalse();
    }

    @Test
    void aCallThatNobodyIsThereForIsLost() throws IOException {
        phones.omid.close();
        RawPeer late = new RawPeer(PhoneBench.at(32, 9, 2), PhoneBench.at(32, 9, 1));
        phones.sara.dial("1002");
        assertThat(phones.sara.calls()).extracting(PhoneCall::phase).containsExactly(Phase.CALLING);
        phones.sara.hangUp();
        // Nothing was heard of the other side, so there is nobody to cancel with: the phone gives up by itself.
        assertThat(phones.room
                        .truth()
                        .await("given up", Duration.ofSeconds(8), seen -> seen.is("1001", What.ENDED))
                        .call()
                        .endCause())
                .isEqualTo(EndCause.GIVEN_UP);
        // Asked at 0, 0.5, 1.5 and 3.5 s; the next time would have been at 7.5 s.
        for (int i = 0; i < 4; i++) {
            assertThat(late.hear("")).startsWith("INVITE ");
        }
        assertThatThrownBy(() -> late.hear("INVITE ")).isInstanceOf(SocketTimeoutException.class);
        late.close();
    }

    @Test
    void holdAndRetrieveReachTheOtherSide() {
        phones.omid.mode(new AnswerMode.After(Duration.ZERO));
        phones.sara.dial("1002");
        phones.await("1001", What.ANSWERED);

        assertThat(phones.sara.hold()).isTrue();
        phones.await("1001", What.HELD);
        phones.await("1002", What.HELD_BY_OTHER);
        assertThat(phones.sara.hold()).as("held already").isFalse();

        assertThat(phones.sara.retrieve()).isTrue();
        phones.await("1001", What.RETRIEVED);
        phones.await("1002", What.RETRIEVED_BY_OTHER);
    }

    @Test
    void aSecondCallRingsAndHoldsTheFirstWhenItIsAnswered() {
        phones.carrier.call(Caller.of("021111", ""), "1001");
        phones.await("1001", What.RANG);
        phones.sara.answer();
        phones.omid.dial("1001");
        phones.await(
                "the second rings",
                seen -> seen.is("1001", What.RANG)
                        && seen.call().caller().number().equals("1002"));
        phones.carrier.call(Caller.of("021222", ""), "1001");
        assertThat(phones.await("the third is refused", seen -> seen.is(CARRIER, What.ENDED))
                        .call()
                        .endCause())
                .isEqualTo(EndCause.BUSY);

        phones.sara.answer();

        assertThat(phones.await("1001", What.HELD).call().caller().number()).isEqualTo("021111");
        phones.await("1002", What.ANSWERED);
    }

    @Test
    void speechFlowsWhileConnectedAndIsCounted() {
        phones.omid.mode(new AnswerMode.After(Duration.ZERO));
        phones.sara.dial("1002");
        phones.await("1001", What.ANSWERED);
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (phones.sara.calls().getFirst().packets().heard() < 25 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        phones.sara.hangUp();

        PhoneCall here = phones.await("1001", What.ENDED).call();
        PhoneCall there = phones.await("1002", What.ENDED).call();
        assertThat(here.packets().heard()).isBetween(25L, there.packets().sent());
        assertThat(there.packets().heard()).isBetween(20L, here.packets().sent());
    }

    @Test
    void namesOfEveryScriptAndAwkwardNumbersArriveUnharmed() {
        Caller caller = Caller.of("+98 21\"<x>'", "شرکت \"نمونه‌گستر\" \\ Ромашка <b>");
        phones.carrier.call(caller, "1001");
        assertThat(phones.await("1001", What.RANG).call().caller()).isEqualTo(caller);
    }

    @Test
    void aWithheldNumberIsShownToNobodyButVouchedForByTheNetwork() {
        phones.carrier.call(Caller.anonymous("02155556666"), "1001");
        Caller seen = phones.await("1001", What.RANG).call().caller();
        assertThat(seen).isEqualTo(Caller.anonymous("02155556666"));
        assertThat(seen.number()).isEqualTo("anonymous");
        assertThat(seen.has("02155556666")).isTrue();
    }

    @Test
    void aWithheldNumberWithoutAssertionIsUnknown() {
        phones.carrier.call(Caller.anonymous(null), "1001");
        assertThat(phones.await("1001", What.RANG).call().caller()).isEqualTo(Caller.anonymous(null));
    }

    @Test
    void callsAndTalkDoNotCostThreads() {
        phones.sara.mode(new AnswerMode.After(Duration.ZERO));
        int before = Thread.activeCount();
        for (int i = 0; i < 50; i++) {
            String id = phones.carrier.call(Caller.of("0211000" + i, ""), "1001");
            phones.await(
                    "answered",
                    seen -> seen.is(CARRIER, What.ANSWERED) && seen.call().id().equals(id));
            phones.carrier.hangUp(id);
            phones.await(
                    "over",
                    seen -> seen.is("1001", What.ENDED) && seen.call().id().equals(id));
        }
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(before);
    }
}
