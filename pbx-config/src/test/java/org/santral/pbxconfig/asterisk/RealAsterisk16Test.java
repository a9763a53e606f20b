package org.santral.pbxconfig.asterisk;

class RealAsterisk16Test extends RealAsteriskTest {
    RealAsterisk16Test() {
        super("16", 132);
    }
}
