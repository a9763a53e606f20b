package org.santral.pbxconfig.asterisk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.pbxconfig.site.Exchange;
import org.santral.pbxconfig.site.Phone;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.pbxconfig.site.Trunk;

/// A call from a phone of the house: to a colleague, a queue, a service, or outside.
final class InternalDialplan {

    static final String CONTEXT = "from-internal";
    static final String DESKS = "santral-desks";
    static final String MEMBERS = "santral-members";
    static final int RING_SECONDS = 25;

    /// Nobody answered is told to the caller as such (480); busy and the like keep the cause that Dial left
    /// (486 ...).
    static final String END_OF_DIAL = "Hangup(${IF($[\"${DIALSTATUS}\" = \"NOANSWER\"]?19)})";

    static final int OUTSIDE_RING_SECONDS = 60;

    private InternalDialplan() {}

    static void write(Dialplan dialplan, SitePlan plan) {
        Exchange pbx = plan.exchange();
        dialplan.context(CONTEXT);
        if (pbx.services().park()) {
            dialplan.include(ParkingConf.CONTEXT);
        }
        for (Phone phone : plan.desks().phones()) {
            dialplan.comment(phone.name()).hint(phone.extension(), "PJSIP/" + phone.extension());
            dialplan.extension(phone.extension(), "Goto(" + DESKS + ",${EXTEN},1)");
        }
        plan.queues().forEach(queue -> {
            @Nullable String extension = queue.extension();
            if (extension != null) {
                dialplan.comment(queue.label().fallback())
                        .extension(extension, "Goto(" + IncomingDialplan.QUEUES + "," + queue.name() + ",1)");
            }
        });
        dialplan.comment("echo test")
                .extension("600", "Answer()")
                .then("Echo()")
                .then("Hangup()");
        if (pbx.services().conference()) {
            dialplan.comment("conference room")
                    .extension("8000", "Answer()")
                    .then("ConfBridge(main)")
                    .then("Hangup()");
        }
        if (pbx.services().pickUp()) {
            dialplan.comment("takes the call that rings at that extension; *8 takes any of the group")
                    .extension("_**X.", "PickupChan(PJSIP/${FILTER(0-9,${EXTEN:2})})")
                    .then("Hangup()");
        }
        outside(dialplan, plan);
        desks(dialplan, plan);
        members(dialplan, plan);
    }

    /// What is dialled reaches Dial only as digits: an ampersand or a slash in it would name another device.
    private static void outside(Dialplan dialplan, SitePlan plan) {
        List<Trunk> trunks = plan.lines().trunks();
        if (trunks.isEmpty()) {
            return;
        }
        Exchange pbx = plan.exchange();
        Trunk trunk = trunks.getFirst();
        @Nullable String shows = trunk.shows();
        boolean recording = pbx.services().recording();
        String options = keys(pbx, "TK")
                + (shows == null ? "" : "b(santral-shows^s^1)")
                + (recording ? RecordingDialplan.OF_CALLED : "");
        dialplan.comment("outside line")
                .extension(
                        "_" + pbx.outsideLine() + "[+0-9].",
                        "Set(CTI_DIALLED=${FILTER(+0-9,${EXTEN:"
                                + pbx.outsideLine().length() + "})})")
                .thenIf(recording, RecordingDialplan.TELL_CALLED)
                .then("Dial(PJSIP/${CTI_DIALLED}@" + trunk.name() + "," + OUTSIDE_RING_SECONDS + "," + options + ")")
                .then(END_OF_DIAL);
        if (shows != null) {
            dialplan.context("santral-shows")
                    .comment(
                            "the carrier sees the site's number and no name, events still name the extension that calls")
                    .extension("s", "Set(CONNECTEDLINE(name,i)=)")
                    .then("Set(CONNECTEDLINE(num,i)=" + shows + ")")
                    .then("Return()");
        }
    }

    private static void desks(Dialplan dialplan, SitePlan plan) {
        dialplan.context(DESKS);
        String keys = keys(plan.exchange(), "tTkK");
        for (Phone phone : plan.desks().phones()) {
            dialplan.extension(phone.extension(), "Dial(" + devices(phone) + "," + RING_SECONDS + "," + keys + ")")
                    .then(END_OF_DIAL);
        }
    }

    /// How a queue rings members through Local channels: as long as the queue wants, and with no keys for its
    /// caller.
    private static void members(Dialplan dialplan, SitePlan plan) {
        List<Phone> rung = plan.desks().phones().stream()
                .filter(phone -> plan.queues().stream()
                        .anyMatch(queue -> plan.membersOf(queue).stream()
                                .anyMatch(agent -> agent.extension().equals(phone.extension())
                                        && QueuesConf.byDialplan(queue, agent, plan))))
                .toList();
        if (rung.isEmpty()) {
            return;
        }
        dialplan.context(MEMBERS);
        String keys = keysOfCalled(plan);
        for (Phone phone : rung) {
            dialplan.extension(phone.extension(), "Dial(" + devices(phone) + "," + keys + ")")
                    .then(END_OF_DIAL);
        }
    }

    /// What Dial is told to ring, every device of the extension.
    static String devices(Phone phone) {
        return phone.secondAddress() == null
                ? "PJSIP/" + phone.extension()
                : "${PJSIP_DIAL_CONTACTS(" + phone.extension() + ")}";
    }

    /// Keys for the called party alone, with the comma before them: an outside caller must not be able to
    /// transfer himself to an outside line at the site's cost.
    static String keysOfCalled(SitePlan plan) {
        return "," + keys(plan.exchange(), "tk");
    }

    /// @param all `t` and `T` transfer, `k` and `K` park: small for the called party, capital for the caller
    private static String keys(Exchange pbx, String all) {
        StringBuilder keys = new StringBuilder();
        for (char key : all.toCharArray()) {
            boolean transfer = Character.toLowerCase(key) == 't';
            if (transfer ? pbx.services().transfer() : pbx.services().park()) {
                keys.append(key);
            }
        }
        return keys.toString();
    }
}
