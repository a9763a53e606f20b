package org.santral.pbxconfig.asterisk;

import org.santral.pbxconfig.site.Exchange;

/// `rtp.conf`: the ports of speech.
final class RtpConf {

    private RtpConf() {}

    static String text(Order order) {
        Exchange.Ports ports = order.plan().exchange().ports();
        Conf conf = new Conf("Speech.");
        conf.section("general").set("rtpstart", ports.rtpFirst()).set("rtpend", ports.rtpLast());
        conf.set("strictrtp", true).set("icesupport", false);
        return conf.text();
    }
}
