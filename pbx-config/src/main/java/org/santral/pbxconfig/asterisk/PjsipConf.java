package org.santral.pbxconfig.asterisk;

import org.jspecify.annotations.Nullable;
import org.santral.pbxconfig.site.Exchange;
import org.santral.pbxconfig.site.Phone;
import org.santral.pbxconfig.site.Trunk;

/// `pjsip.conf`: who may call and be called by SIP, and how each is recognised.
final class PjsipConf {

    private PjsipConf() {}

    static String text(Order order) {
        Exchange pbx = order.plan().exchange();
        Conf conf = new Conf("SIP: trunks and phones.");
        conf.section("global").set("type", "global").set("user_agent", "PBX");
        conf.set("endpoint_identifier_order", "ip,username,anonymous");
        conf.section("transport-udp").set("type", "transport").set("protocol", "udp");
        conf.set("bind", pbx.address() + ":" + pbx.ports().sip());
        trunkTemplate(conf, pbx);
        order.plan().lines().trunks().forEach(trunk -> trunk(conf, trunk));
        phoneTemplate(conf, pbx);
        order.plan().desks().phones().forEach(phone -> phone(conf, phone, order.secrets()));
        return conf.text();
    }

    private static void trunkTemplate(Conf conf, Exchange pbx) {
        conf.section("trunk-endpoint", "!");
        endpoint(conf, pbx);
        conf.comment(
                "the carrier's P-Asserted-Identity is believed: a withheld number is known and marked as withheld");
        conf.set("trust_id_inbound", true).set("send_pai", true);
        conf.comment("no re-INVITE towards the carrier for a changed name or a session timer");
        conf.set("send_connected_line", false);
    }

    private static void phoneTemplate(Conf conf, Exchange pbx) {
        conf.section("phone-endpoint", "!");
        endpoint(conf, pbx);
        conf.set("context", InternalDialplan.CONTEXT);
        if (pbx.services().pickUp()) {
            conf.set("call_group", 1).set("pickup_group", 1);
        }
        conf.set("allow_subscribe", true).set("send_pai", true).set("trust_id_outbound", true);
    }

    private static void endpoint(Conf conf, Exchange pbx) {
        conf.set("type", "endpoint").set("disallow", "all").set("allow", "alaw,ulaw");
        conf.set("direct_media", false).set("rtp_symmetric", true).set("timers", "no");
        conf.set("media_address", pbx.address()).set("bind_rtp_to_media_address", true);
        conf.comment("a peer that died without BYE sends no speech: its channel must not stay up for ever");
        conf.set("rtp_timeout", 60).set("rtp_timeout_hold", 3600);
    }

    private static void trunk(Conf conf, Trunk trunk) {
        conf.section(trunk.name(), "trunk-endpoint").comment(trunk.label().fallback());
        conf.set("context", IncomingDialplan.contextOf(trunk)).set("aors", trunk.name());
        conf.section(trunk.name()).set("type", "aor");
        conf.set("contact", "sip:" + trunk.address() + ":" + trunk.port()).set("qualify_frequency", 0);
        identify(conf, trunk.name(), trunk.address());
    }

    private static void phone(Conf conf, Phone phone, Secrets secrets) {
        String extension = phone.extension();
        conf.section(extension, "phone-endpoint").set("aors", extension);
        conf.set("callerid", ConfText.callerId(phone.name(), extension));
        @Nullable String address = phone.address();
        if (address != null) {
            @Nullable String second = phone.secondAddress();
            conf.section(extension).set("type", "aor").set("max_contacts", second == null ? 1 : 2);
            conf.set("contact", "sip:" + extension + "@" + address + ":5060");
            if (second != null) {
                conf.set("contact", "sip:" + extension + "@" + second + ":5060");
            }
            identify(conf, extension, second == null ? address : address + "," + second);
            return;
        }
        conf.set("auth", extension).set("rewrite_contact", true);
        conf.section(extension).set("type", "auth").set("auth_type", "digest");
        conf.set("username", extension).set("password", secrets.get(Secrets.of(phone)));
        conf.section(extension).set("type", "aor").set("max_contacts", 1).set("remove_existing", true);
    }

    private static void identify(Conf conf, String endpoint, String address) {
        conf.section(endpoint).set("type", "identify").set("endpoint", endpoint).set("match", address);
    }
}
