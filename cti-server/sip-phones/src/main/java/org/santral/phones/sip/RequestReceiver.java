package org.santral.phones.sip;

/// Takes the requests that reach a device, each once, however often it was retransmitted.
public interface RequestReceiver {
    void received(ServerTransaction request);

    /// The ACK of a success (that of a failure ends in the transaction).
    void acknowledged(SipMessage ack);
}
