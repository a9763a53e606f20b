package org.santral.pbxconfig.asterisk;

import org.santral.pbxconfig.site.Exchange;

/// `features.conf`: what keys do during a call.
final class FeaturesConf {

    private FeaturesConf() {}

    static String text(Order order) {
        Exchange.Services services = order.plan().exchange().services();
        Conf conf = new Conf("Keys during a call.");
        conf.section("general").set("transferdigittimeout", 3).set("atxfernoanswertimeout", 15);
        if (services.pickUp()) {
            conf.comment("takes a call that rings at any other phone of the group");
            conf.set("pickupexten", "*8");
        }
        if (services.transfer()) {
            conf.comment(
                    "while the third party is asked: give it up, hand over, talk all three, talk to the other one");
            conf.set("atxferabort", "*1").set("atxfercomplete", "*2");
            conf.set("atxferthreeway", "*3").set("atxferswap", "*4");
            conf.comment("nobody takes the call that was handed on: it comes back to who did so");
            conf.set("atxferdropcall", false).set("atxferloopdelay", 5).set("atxfercallbackretries", 2);
        }
        conf.section("featuremap");
        if (services.transfer()) {
            conf.comment("an attended transfer asked for over the manager interface presses this key");
            conf.set("blindxfer", "#1").set("atxfer", "*2");
        }
        if (services.park()) {
            conf.set("parkcall", "#72");
        }
        return conf.text();
    }
}
