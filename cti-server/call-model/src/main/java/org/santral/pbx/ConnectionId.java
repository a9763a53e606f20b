package org.santral.pbx;

/// One party's part in a call, at one device, for as long as it lasts (CSTA: connection).
public record ConnectionId(PbxId pbx, String value) {
    @Override
    public String toString() {
        return pbx + "/" + value;
    }
}
