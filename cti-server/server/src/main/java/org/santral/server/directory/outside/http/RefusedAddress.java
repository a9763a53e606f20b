package org.santral.server.directory.outside.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// A host led to an address to which nothing is sent.
public final class RefusedAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddress(String host, InetAddress address) {
        super(host + " leads to " + address.getHostAddress() + ", which is refused: this machine itself, a"
                + " link-local or a metadata address");
    }
}
