package org.santral.pbx;

/// Which exchange an id belongs to: two exchanges may use the same call ids.
///
/// @param value as the administrator named it, without a slash: the slash parts it from the exchange's own ids
///     in text
public record PbxId(String value) {
    public PbxId {
        if (value.isEmpty() || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException("the name of an exchange is not empty and has no slash: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
