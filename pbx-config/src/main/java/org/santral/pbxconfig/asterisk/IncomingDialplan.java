package org.santral.pbxconfig.asterisk;

import org.santral.pbxconfig.site.CtiServer;
import org.santral.pbxconfig.site.Did;
import org.santral.pbxconfig.site.Queue;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.pbxconfig.site.Trunk;

/// A call from outside: asks the CTI server where it shall go, and goes on by itself when no answer comes.
///
/// The contract. The dialplan asks `agi://ADDRESS:PORT/route?did=DID&call=UNIQUEID&pres=PRESENTATION`; number
/// and name of the caller are in the request's own `agi_callerid` and `agi_calleridname`. The answer is channel
/// variables:
///
/// | variable | value |
/// |--|--|
/// | `CTI_ROUTE` | `queue`, `owner` or `default`; anything else, or nothing, is `default` |
/// | `CTI_QUEUE` | with `queue`: the queue; with `owner`: the queue behind the owner, the DID's own when empty |
/// | `CTI_OWNER` | with `owner`: the extension that is rung first |
/// | `CTI_OWNER_SECONDS` | how long it is rung, 15 when empty |
/// | `CTI_DECISION` | the decision's id, told back in the events below |
///
/// A name that the site does not have is as good as none. What happened is told in `UserEvent(Santral, ...)`,
/// beside the headers of the channel that every such event has: `Step: incoming` with `Did` and `Pres` before
/// the question, `Step: routed` with `Did`, `Route`, `Queue`, `Owner`, `Decision` and `Agi` (`SUCCESS`,
/// `FAILURE`, `LATE` ...) after it, `Step: queue-left` with `Queue` and `Status` (`TIMEOUT`, `FULL` ...) when a
/// queue sent its caller away; [RecordingDialplan] adds `Step: recording`. The ledger is told presentation and DID
/// as `CELGenUserEvent(Santral,PRES DID)`: its columns have no room for them.
///
/// Asterisk sets no time limit on a FastAGI server that took the question and then is silent. The limit here is
/// the call's own absolute time-out, which leads to the extension `T` of the same context; `AGIEXITONHANGUP`
/// makes it reach AGI, which otherwise goes on without its caller for ever. Only an address that does not even
/// refuse the connection takes longer: Asterisk then waits 2 s of its own. Measured on 22.10: refused 0 ms,
/// silent 1.0 s, unreachable 2.0 s.
final class IncomingDialplan {

    static final String QUEUES = "santral-queues";
    private static final String ROUTE = "santral-route";
    private static final String EVERY_DEVICE = "${PJSIP_DIAL_CONTACTS(%s)}";
    private static final String DIRECT = "santral-direct";

    private IncomingDialplan() {}

    static String contextOf(Trunk trunk) {
        return "from-trunk-" + trunk.name();
    }

    static void write(Dialplan dialplan, SitePlan plan) {
        for (Trunk trunk : plan.lines().trunks()) {
            dialplan.context(contextOf(trunk));
            plan.lines().dids().stream()
                    .filter(did -> did.trunk().equals(trunk.name()))
                    .forEach(did -> did(dialplan, did));
        }
        boolean recording = plan.exchange().services().recording();
        String keys = InternalDialplan.keysOfCalled(plan);
        boolean twoDevices = plan.desks().phones().stream().anyMatch(phone -> phone.secondAddress() != null);
        boolean ledger = plan.exchange().services().ledger().kept();
        Also also = new Also(recording, ledger, twoDevices ? EVERY_DEVICE : "PJSIP/%s");
        route(dialplan, plan.cti(), also, keys);
        direct(dialplan, also, keys);
        dialplan.context(QUEUES);
        plan.queues().forEach(queue -> queue(dialplan, queue, plan, keys));
    }

    private static void did(Dialplan dialplan, Did did) {
        dialplan.comment(did.label().fallback());
        dialplan.extension(did.number(), "Set(CTI_DID=${EXTEN})");
        switch (did.leadsTo()) {
            case Did.ToQueue(String queue) ->
                dialplan.then("Set(CTI_DEFAULT=" + queue + ")").then("Goto(" + ROUTE + ",${EXTEN},1)");
            case Did.ToDesk(String extension) ->
                dialplan.then("Set(CTI_DESK=" + extension + ")").then("Goto(" + DIRECT + ",${EXTEN},1)");
        }
    }

    /// What else is done with a call from outside.
    ///
    /// @param rung what is dialled for an extension
    private record Also(boolean recorded, boolean inLedger, String rung) {}

    private static void told(Dialplan dialplan, boolean inLedger) {
        dialplan.extension("_[+0-9].", "Set(CTI_PRES=${CALLERID(pres)})")
                .then("Set(CDR(did)=${CTI_DID})")
                .then("UserEvent(Santral,Step: incoming,Did: ${CTI_DID},Pres: ${CTI_PRES})")
                .thenIf(inLedger, "CELGenUserEvent(Santral,${CTI_PRES} ${CTI_DID})");
    }

    private static void route(Dialplan dialplan, CtiServer cti, Also also, String keys) {
        String seconds = "%d.%03d".formatted(cti.giveUpMillis() / 1000, cti.giveUpMillis() % 1000);
        String question =
                "agi://" + cti.address() + ":" + cti.port() + "/route?did=${CTI_DID}&call=${UNIQUEID}&pres=${CTI_PRES}";
        dialplan.context(ROUTE);
        told(dialplan, also.inLedger());
        dialplan.then("Set(TIMEOUT(absolute)=" + seconds + ")")
                .then("Set(AGIEXITONHANGUP=yes)")
                .then("AGI(" + question + ")")
                .then("Set(TIMEOUT(absolute)=0)")
                .label(
                        "decided",
                        "UserEvent(Santral,Step: routed,Did: ${CTI_DID},Route: ${CTI_ROUTE},"
                                + "Queue: ${CTI_QUEUE},Owner: ${CTI_OWNER},Decision: ${CTI_DECISION},Agi: ${AGISTATUS})")
                .thenIf(also.recorded(), RecordingDialplan.START)
                .then("GotoIf($[\"${CTI_ROUTE}\" = \"owner\"]?owner)")
                .then("GotoIf($[\"${CTI_ROUTE}\" = \"queue\"]?queue:default)")
                .label("owner", "GotoIf($[${DIALPLAN_EXISTS(" + InternalDialplan.DESKS + ",${CTI_OWNER},1)}]?:queue)")
                .then("Set(CTI_OWNER_SECONDS=${FILTER(0-9,${CTI_OWNER_SECONDS})})")
                .then("Set(CTI_OWNER_SECONDS=${IF($[\"${CTI_OWNER_SECONDS}\" = \"\"]?15:${CTI_OWNER_SECONDS})})")
                .then("Dial(" + also.rung().formatted("${CTI_OWNER}") + ",${CTI_OWNER_SECONDS}" + keys + ")")
                .label("queue", "GotoIf($[${DIALPLAN_EXISTS(" + QUEUES + ",${CTI_QUEUE},1)}]?:default)")
                .then("Goto(" + QUEUES + ",${CTI_QUEUE},1)")
                .label("default", "Goto(" + QUEUES + ",${CTI_DEFAULT},1)");
        dialplan.comment("the CTI server is there and silent")
                .extension("T", "Set(TIMEOUT(absolute)=0)")
                .then("Set(CTI_ROUTE=default)")
                .then("Set(CTI_DECISION=)")
                .then("Set(AGISTATUS=LATE)")
                .then("Goto(" + ROUTE + ",${CTI_DID},decided)");
    }

    private static void direct(Dialplan dialplan, Also also, String keys) {
        dialplan.context(DIRECT);
        told(dialplan, also.inLedger());
        dialplan.thenIf(also.recorded(), RecordingDialplan.START)
                .then("Dial(" + also.rung().formatted("${CTI_DESK}") + "," + InternalDialplan.RING_SECONDS + keys + ")")
                .then(InternalDialplan.END_OF_DIAL);
    }

    private static void queue(Dialplan dialplan, Queue queue, SitePlan plan, String keys) {
        boolean answersFirst = queue.manner().answersFirst();
        String options = keys.replace(",", "") + (answersFirst ? "" : "r");
        dialplan.comment(queue.label().fallback())
                .extension(queue.name(), answersFirst ? "Answer(,i)" : "Ringing()")
                .then("Queue(" + queue.name() + "," + options + ",,,"
                        + queue.timing().maxWaitSeconds() + ")")
                .then("UserEvent(Santral,Step: queue-left,Queue: " + queue.name() + ",Status: ${QUEUESTATUS})");
        switch (queue.manner().overflow()) {
            case Queue.ToQueue(String name) -> dialplan.then("Goto(" + QUEUES + "," + name + ",1)");
            case Queue.ToNumber(String number) ->
                dialplan.then("Dial(PJSIP/" + number + "@"
                                + plan.lines().trunks().getFirst().name() + ","
                                + InternalDialplan.OUTSIDE_RING_SECONDS + ")")
                        .then(InternalDialplan.END_OF_DIAL);
            case null -> dialplan.then("Hangup()");
        }
    }
}
