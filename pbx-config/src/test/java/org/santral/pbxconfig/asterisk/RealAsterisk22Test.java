package org.santral.pbxconfig.asterisk;

class RealAsterisk22Test extends RealAsteriskTest {
    RealAsterisk22Test() {
        super("22", 131);
    }
}
