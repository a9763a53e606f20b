package org.santral.phones.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.santral.phones.loop.PhoneLoop;

/// One SIP address over UDP with its transactions. To be used on the loop only.
public final class SipEndpoint implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PhoneLoop loop;
    private final InetSocketAddress local;
    private final RequestReceiver receiver;
    private final DatagramChannel channel;
    private final Map<String, ClientTransaction> clients = new HashMap<>();
    private final Map<String, ServerTransaction> servers = new HashMap<>();

    public SipEndpoint(PhoneLoop loop, InetSocketAddress local, RequestReceiver receiver) {
        this.loop = loop;
        this.local = local;
        this.receiver = receiver;
        channel = loop.listen(local, this::packet);
    }

    public PhoneLoop loop() {
        return loop;
    }

    public String host() {
        return local.getAddress().getHostAddress();
    }

    public String hostPort() {
        return host() + ":" + local.getPort();
    }

    public static String newToken() {
        byte[] token = new byte[8];
        RANDOM.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /// The Via header of a new request.
    public String newVia() {
        return "SIP/2.0/UDP " + hostPort() + ";branch=z9hG4bK" + newToken() + ";rport";
    }

    public ClientTransaction request(SipMessage request, InetSocketAddress to, ResponseListener listener) {
        ClientTransaction transaction = new ClientTransaction(this, request, to, listener);
        clients.put(transaction.key(), transaction);
        return transaction;
    }

    /// Sends once, without a transaction: for the ACK of a success.
    public void send(SipMessage message, InetSocketAddress to) {
        if (!channel.isOpen()) {
            return; // a timer that outlives its phone
        }
        try {
            channel.send(message.bytes(), to);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send " + message + " to " + to, e);
        }
    }

    private void packet(ByteBuffer packet, InetSocketAddress from) {
        SipMessage message = SipMessage.parse(packet);
        if (message == null) {
            return;
        }
        if (!message.isRequest()) {
            ClientTransaction transaction = clients.get(key(message.branch(), message.sequenceMethod()));
            if (transaction != null) {
                transaction.received(message);
            }
            return;
        }
        switch (message.method()) {
            case "ACK" -> ack(message);
            case "CANCEL" -> cancel(message, from);
            default -> request(message, from);
        }
    }

    private void request(SipMessage message, InetSocketAddress from) {
        ServerTransaction known = servers.get(key(message.branch(), message.method()));
        if (known != null) {
            known.repeatLast();
            return;
        }
        ServerTransaction transaction = new ServerTransaction(this, message, from);
        servers.put(transaction.key(), transaction);
        receiver.received(transaction);
    }

    private void ack(SipMessage message) {
        ServerTransaction failed = servers.get(key(message.branch(), "INVITE"));
        if (failed != null) {
            failed.acknowledged();
        } else {
            receiver.acknowledged(message);
        }
    }

    private void cancel(SipMessage message, InetSocketAddress from) {
        ServerTransaction invite = servers.get(key(message.branch(), "INVITE"));
        ServerTransaction cancel = servers.get(key(message.branch(), "CANCEL"));
        if (cancel != null) {
            cancel.repeatLast();
            return;
        }
        cancel = new ServerTransaction(this, message, from);
        servers.put(cancel.key(), cancel);
        if (invite == null) {
            cancel.respond(481, "Call/Transaction Does Not Exist", newToken());
            return;
        }
        cancel.respond(200, "OK", newToken());
        invite.cancelled(message);
    }

    void forget(ClientTransaction transaction) {
        clients.remove(transaction.key());
    }

    void forget(ServerTransaction transaction) {
        servers.remove(transaction.key());
    }

    static String key(String branch, String method) {
        return method + " " + branch;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
