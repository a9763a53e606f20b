package org.santral.phones.sip;

/// Hears what becomes of a request. A final success of an INVITE may be heard several times: each wants its
/// ACK.
public interface ResponseListener {
    void answered(SipMessage response);

    /// Nobody answered for 32 s.
    void unanswered();

    /// For requests whose answer changes nothing.
    ResponseListener INDIFFERENT = new ResponseListener() {
        @Override
        public void answered(SipMessage response) {}

        @Override
        public void unanswered() {}
    };
}
