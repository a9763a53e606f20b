package org.santral.pbx;

/// Which exchange an id belongs to: two exchanges may use the same call ids.
public record PbxId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
