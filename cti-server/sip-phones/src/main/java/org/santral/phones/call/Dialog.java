package org.santral.phones.call;

import java.net.InetSocketAddress;
import org.santral.phones.sip.NameAddress;
import org.santral.phones.sip.SipEndpoint;
import org.santral.phones.sip.SipMessage;
import org.santral.phones.sip.SipText;

/// The identity of one SIP dialog (RFC 3261 §12): both ends, their tags, where requests go, the next sequence
/// number.
final class Dialog {
    private static final int DEFAULT_PORT = 5060;

    private final SipEndpoint endpoint;
    private final String callId;
    private final NameAddress local;
    private final String contact;
    private NameAddress remote;
    private String target;
    private int sequence = 1;

    private Dialog(SipEndpoint endpoint, String callId, NameAddress local, NameAddress remote, String target) {
        this.endpoint = endpoint;
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.target = target;
        contact = "<sip:" + SipText.escapeUser(local.user()) + "@" + endpoint.hostPort() + ">";
    }

    static Dialog outgoing(SipEndpoint endpoint, NameAddress from, String uri) {
        return new Dialog(
                endpoint,
                SipEndpoint.newToken() + "@" + endpoint.host(),
                from.withTag(SipEndpoint.newToken()),
                NameAddress.of("", uri),
                uri);
    }

    static Dialog incoming(SipEndpoint endpoint, SipMessage invite) {
        NameAddress contact = NameAddress.parse(invite.header("Contact"));
        return new Dialog(
                endpoint, invite.callId(), invite.to().withTag(SipEndpoint.newToken()), invite.from(), contact.uri());
    }

    /// The called side rings or has answered: its tag and its contact are known now.
    void confirm(SipMessage told) {
        remote = told.to();
        contactOf(told);
    }

    private void contactOf(SipMessage response) {
        String told = response.first("Contact");
        if (told != null) {
            target = NameAddress.parse(told).uri();
        }
    }

    SipMessage.Builder request(String method) {
        return request(method, method.equals("ACK") ? sequence : ++sequence);
    }

    private SipMessage.Builder request(String method, int number) {
        return SipMessage.request(method, target)
                .header("Via", endpoint.newVia())
                .header("Max-Forwards", "70")
                .header("From", local.text())
                .header("To", remote.text())
                .header("Call-ID", callId)
                .header("CSeq", number + " " + method)
                .header("Contact", contact)
                .header("User-Agent", "Santral phone");
    }

    /// The ACK of the INVITE that `success` answers.
    SipMessage acknowledgement(SipMessage success) {
        return request("ACK", success.sequence()).build();
    }

    String callId() {
        return callId;
    }

    String localTag() {
        String tag = local.parameter("tag");
        return tag == null ? "" : tag;
    }

    String remoteTag() {
        String tag = remote.parameter("tag");
        return tag == null ? "" : tag;
    }

    String contact() {
        return contact;
    }

    NameAddress local() {
        return local;
    }

    String target() {
        return target;
    }

    /// Where the requests of this dialog are sent to.
    InetSocketAddress destination() {
        String[] hostPort = NameAddress.parse("<" + target + ">").hostPort().split(":");
        return new InetSocketAddress(hostPort[0], hostPort.length > 1 ? Integer.parseInt(hostPort[1]) : DEFAULT_PORT);
    }
}
