package org.santral.pbx;

/// A call from its first connection to its last, on one exchange. Adapters give the same id to everything a
/// caller lives through, transfers and parking included; see [PbxEvent.CallsMerged] for calls that turn out to
/// be one.
public record CallId(PbxId pbx, String value) {
    @Override
    public String toString() {
        return pbx + "/" + value;
    }
}
