package org.santral.server.directory.outside.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;

/// The name that is connected to must stand in the server's certificate. The LDAP SDK's own verifier also takes
/// what a name server says of an address, which is nobody's proof.
final class NameOnCertificate extends SSLSocketVerifier {
    private final DefaultHostnameVerifier names = new DefaultHostnameVerifier();

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        try {
            names.verify(host, (X509Certificate) socket.getSession().getPeerCertificates()[0]);
        } catch (SSLException e) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, String.valueOf(e.getMessage()), e);
        }
    }
}
