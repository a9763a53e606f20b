package org.santral.phones.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The RTP of one call: own socket, own sequence, counts of what was sent and heard.
public final class Speech implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int VERSION_2 = 0x80;
    private static final int MARKER = 0x80;

    private final SpeechClock clock;
    private final Tone tone;
    private final DatagramChannel channel;
    private final ByteBuffer frame = ByteBuffer.allocate(HEADER + Tone.FRAME);
    private final int source = ThreadLocalRandom.current().nextInt();
    private @Nullable InetSocketAddress other;
    private boolean alaw = true;
    private short sequence;
    private long sampled;
    private final Keys keys = new Keys();
    private long sent;
    private long heard;

    public Speech(SpeechClock clock, InetAddress address, Tone tone) {
        this.clock = clock;
        this.tone = tone;
        sequence = clock.nextSequence();
        channel = clock.loop().listen(new InetSocketAddress(address, 0), (packet, from) -> received(packet));
    }

    public int port() {
        return channel.socket().getLocalPort();
    }

    /// Speaks to `to` from now on; null is silence.
    public void speakTo(@Nullable InetSocketAddress to, boolean inAlaw) {
        other = to;
        alaw = inAlaw;
        if (to != null) {
            clock.start(this);
        } else {
            clock.stop(this);
        }
    }

    /// Presses these keys, one after the other, as soon as and as long as this side may be heard.
    public void press(String digits) {
        keys.press(digits);
    }

    public long sent() {
        return sent;
    }

    /// RTP packets that arrived; RTCP does not count.
    public long heard() {
        return heard;
    }

    void sendFrame() {
        InetSocketAddress to = other;
        if (to == null || !channel.isOpen()) {
            return;
        }
        frame.clear();
        Keys.Beat key = keys.beat(sampled);
        if (key == null) {
            header((alaw ? 8 : 0) | (sent == 0 ? MARKER : 0), sampled);
            for (int i = 0; i < Tone.FRAME; i++) {
                frame.put(tone.sample(alaw, sampled + i));
            }
        } else {
            header(Keys.PAYLOAD | (key.first() ? MARKER : 0), key.began());
            key.write(frame);
        }
        sampled += Tone.FRAME;
        try {
            channel.send(frame.flip(), to);
            sent++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void header(int payload, long at) {
        frame.put((byte) VERSION_2)
                .put((byte) payload)
                .putShort(sequence++)
                .putInt((int) at)
                .putInt(source);
    }

    private void received(ByteBuffer packet) {
        if (packet.remaining() < HEADER || (packet.get(0) & 0xC0) != VERSION_2) {
            return;
        }
        int payload = packet.get(1) & 0x7F;
        boolean rtcp = payload >= 72 && payload <= 76; // RFC 5761 §4: packet types 200 to 204
        if (!rtcp) {
            heard++;
        }
    }

    @Override
    public void close() {
        speakTo(null, alaw);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
