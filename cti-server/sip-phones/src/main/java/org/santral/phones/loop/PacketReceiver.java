package org.santral.phones.loop;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// Takes the packets of one UDP socket, on the loop. The buffer is valid during the call only.
@FunctionalInterface
public interface PacketReceiver {
    void received(ByteBuffer packet, InetSocketAddress from);
}
