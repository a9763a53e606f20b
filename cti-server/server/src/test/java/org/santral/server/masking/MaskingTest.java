package org.santral.server.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.agent.AgentId;
import org.santral.caller.Candidate;
import org.santral.caller.Customer;
import org.santral.caller.LookUp;
import org.santral.lines.Lines;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.routing.RouteRequestId;
import org.santral.site.Site;
import org.santral.switchboard.Input;

class MaskingTest {
    private static final PbxId PBX = new PbxId("tehran-main");
    private static final Instant AT = Instant.parse("2026-11-21T18:36:30Z");
    private static final CallId CALL = new CallId(PBX, "gw7-1795286190.0");
    private static final ConnectionId CALLER = new ConnectionId(PBX, "gw7-1795286190.0");
    private static final Site SITE = new Site(
            "IR",
            "Asia/Tehran",
            List.of(new Site.Trunk(new DeviceId(PBX, "PJSIP/irancell"), "Irancell")),
            List.of(new Site.Did("02188880000", "Sales line of Mr Ahmadi", "sales", null)),
            List.of(new Site.Queue("sales", "Sales", Site.Queue.Strategy.RING_ALL)),
            List.of(new Site.Phone(new DeviceId(PBX, "PJSIP/1001"), "1001", "Desk of Sara Moradi")),
            List.of(new Site.Agent(new AgentId("smoradi"), "Sara Moradi", "1001", List.of("sales"))));

    private static Masking masking(boolean keepsNumbers) {
        return new Masking(SITE, keepsNumbers, Duration.ofDays(-1), "a key".getBytes(StandardCharsets.UTF_8));
    }

    private final Masking masking = masking(true);

    private Input fromPbx(PbxEvent event) {
        return new Input.FromPbx(event, AT, AT, Input.FromPbx.Origin.LIVE);
    }

    private PbxEvent.Originated originated(String number, String name, String dialled) {
        Input masked = masking.of(fromPbx(new PbxEvent.Originated(
                CALL,
                CALLER,
                new DeviceId(PBX, "PJSIP/irancell"),
                new Party(number, name, Party.Presentation.ALLOWED),
                dialled)));
        return (PbxEvent.Originated) ((Input.FromPbx) masked).event();
    }

    @Test
    void aNumberKeepsItsLengthAndItsBeginningAndIsAnotherInAllItsForms() {
        String national = originated("02112345678", "", "").from().number();
        String international = originated("+982112345678", "", "").from().number();
        String dialled = originated("", "", "902112345678").dialled();

        assertThat(national).hasSize(11).startsWith("0211").isNotEqualTo("02112345678");
        assertThat(international).isEqualTo("+98" + national.substring(1));
        assertThat(dialled).isEqualTo("9" + national);
        assertThat(originated("02112345678", "", "").from().number()).isEqualTo(national);
        assertThat(originated("۰۲۱۱۲۳۴۵۶۷۸", "", "").from().number())
                .matches("[۰-۹]{11}")
                .isNotEqualTo("۰۲۱۱۲۳۴۵۶۷۸");
    }

    @Test
    void twoNumbersStayTwo() {
        assertThat(java.util.stream.IntStream.range(0, 2_000)
                        .mapToObj(i -> originated("0912%07d".formatted(i), "", "")
                                .from()
                                .number()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSitesOwnNumbersAndQueuesStayOrAreMappedByChoice() {
        assertThat(originated("1001", "", "02188880000")).satisfies(kept -> {
            assertThat(kept.from().number()).isEqualTo("1001");
            assertThat(kept.dialled()).isEqualTo("02188880000");
            assertThat(kept.device().name()).isEqualTo("PJSIP/irancell");
        });

        Input.SiteSet mapped = (Input.SiteSet) masking(false).of(new Input.SiteSet(PBX, SITE, AT));
        assertThat(mapped.site().queues()).extracting(Site.Queue::name).containsExactly("sales");
        Site.Phone phone = mapped.site().phones().getFirst();
        assertThat(phone.extension()).matches("1\\d{3}").isNotEqualTo("1001");
        assertThat(phone.device().name()).isEqualTo("PJSIP/" + phone.extension());
        assertThat(mapped.site().agents().getFirst().extension()).isEqualTo(phone.extension());
        assertThat(mapped.site().dids().getFirst().number()).startsWith("0218").isNotEqualTo("02188880000");
        assertThat(mapped.site().trunks().getFirst().device().name()).matches("PJSIP/[a-z]{8}");
    }

    @Test
    void aNameStaysANameOfItsScriptAndLengthAndTheSameOneTheSame() {
        String name = originated("", "رضا Ahmadi Иван", "").from().name();

        assertThat(name)
                .matches("[\\u0600-\\u06ff]{3} [A-Z][a-z]{5} [А-Я][а-я]{3}")
                .doesNotContain("Ahmadi");
        assertThat(originated("", "Ahmadi", "").from().name()).isEqualTo(name.substring(4, 10));
    }

    @Test
    void aHostileNameStaysHostileInItsSignsAndLosesItsWords() {
        String name = originated("", "<img src=x onerror=\"steal('Reza')\">\u202e\u0007", "")
                .from()
                .name();

        assertThat(name)
                .matches("<[a-z]{3} [a-z]{3}=[a-z] [a-z]{7}=\"[a-z]{5}\\('[A-Z][a-z]{3}'\\)\">\u202e\u0007")
                .doesNotContain("img", "onerror", "steal", "Reza");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "Anonymous", "unknown", "<unknown>", ""})
    void whatSaysThatThereIsNobodyStays(String nobody) {
        assertThat(originated(nobody, nobody, "").from())
                .isEqualTo(new Party(nobody, nobody, Party.Presentation.ALLOWED));
    }

    @Test
    void noNumberAndNoNameSurvivesInAnyField() {
        AgentId sara = new AgentId("smoradi");
        Customer customer = new Customer(
                4711,
                "Reza Ahmadi",
                "Ahmadi Trading",
                "Goldkunde",
                "fa",
                sara,
                "owes us 450000, call his brother 09121234567",
                List.of(new Customer.Contact(AT, "INCOMING", "ANSWERED", "smoradi")));
        List<Input> inputs = List.of(
                new Input.SiteSet(PBX, SITE, AT),
                new Input.LinkDown(PBX, "Asterisk at pbx.ahmadi.example: refused", AT),
                new Input.AgentSignedOn(sara, "1001", AT),
                new Input.AgentReadinessSet(sara, false, "dentist with Reza", AT, "7/1"),
                new Input.RouteAsked(
                        new RouteRequestId("gw7-1795286190.0"),
                        CALL,
                        CALLER,
                        "02188880000",
                        new Party("02112345678", "Reza Ahmadi", Party.Presentation.RESTRICTED),
                        AT),
                new Input.CallerLookedUp(
                        CALL,
                        "02112345678",
                        new LookUp.Found(
                                "+982112345678",
                                "021 1234 5678",
                                List.of(new Candidate(customer, Candidate.MatchQuality.EXACT, "Reza mobile"))),
                        AT),
                new Input.CustomerChosen(CALL, sara, 4711, AT),
                new Input.TimerFired("route/gw7-1795286190.0", AT),
                fromPbx(new PbxEvent.RecordingStarted(CALL, CALLER, "/rec/2026/02112345678-Reza.wav")),
                fromPbx(new PbxEvent.Tainted(
                        CALL,
                        "header twice",
                        "CallerIDName: Reza\r\nUserEvent: x\r\nFrom: <sip:02112345678@ahmadi.example;user=Reza>")),
                fromPbx(new PbxEvent.QueueMemberChanged(
                        "sales",
                        new DeviceId(PBX, "Local/09121234567@from-ahmadi"),
                        "Sara Moradi",
                        org.santral.pbx.DeviceState.IDLE,
                        true,
                        "dentist",
                        "Local/09121234567@from-ahmadi")),
                fromPbx(new PbxEvent.Transferred(
                        CALL, CALLER, PbxEvent.Transferred.Kind.BLIND, null, null, "09121234567")),
                fromPbx(new PbxEvent.Described(
                        CALL,
                        CALLER,
                        "02188880000",
                        new Party("02112345678", "Reza", Party.Presentation.ALLOWED),
                        "gw7-1795286190.0")));

        String masked = String.join(
                "\n", inputs.stream().map(masking::of).map(Lines::write).toList());

        assertThat(masked)
                .doesNotContainIgnoringCase(
                        "reza",
                        "ahmadi",
                        "moradi",
                        "sara",
                        "brother",
                        "goldkunde",
                        "dentist",
                        "trading",
                        "tehran-main",
                        "gw7",
                        "1795286190")
                .doesNotContain("2345678", "1234 5678", "1234567", "4711", "450000", "2026-11-21")
                .contains("Asia/Tehran", "\"did\":\"02188880000\"", "2026-11-20T18:36:30");
        assertThat(masking.leaks()).isEmpty();
    }

    @Test
    void anotherKeyLeadsToOtherNumbers() {
        Masking other = new Masking(SITE, true, Duration.ZERO, "another".getBytes(StandardCharsets.UTF_8));
        Input input = fromPbx(new PbxEvent.Originated(
                CALL,
                CALLER,
                new DeviceId(PBX, "PJSIP/irancell"),
                new Party("02112345678", "Reza", Party.Presentation.ALLOWED),
                ""));

        assertThat(((PbxEvent.Originated) ((Input.FromPbx) other.of(input)).event()).from())
                .isNotEqualTo(originated("02112345678", "Reza", "").from());
    }
}
