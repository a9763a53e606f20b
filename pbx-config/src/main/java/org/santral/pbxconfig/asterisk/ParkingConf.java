package org.santral.pbxconfig.asterisk;

import org.santral.pbxconfig.site.Exchange;

/// `res_parking.conf`: 700 parks, 701 to 720 are the places.
final class ParkingConf {

    static final String CONTEXT = "parkedcalls";

    private ParkingConf() {}

    static String text(Order order) {
        Exchange.Services services = order.plan().exchange().services();
        Conf conf = new Conf("Parking.");
        conf.section("general").set("parkeddynamic", false);
        if (services.park()) {
            conf.section("default")
                    .set("parkext", "700")
                    .set("parkpos", "701-720")
                    .set("context", CONTEXT);
            conf.set("parkingtime", services.parkSeconds())
                    .set("findslot", "next")
                    .set("comebacktoorigin", true);
        }
        return conf.text();
    }
}
