package org.santral.pbx;

/// A phone or a trunk as its exchange names it, such as `PJSIP/1001`.
public record DeviceId(PbxId pbx, String name) {
    @Override
    public String toString() {
        return pbx + "/" + name;
    }
}
