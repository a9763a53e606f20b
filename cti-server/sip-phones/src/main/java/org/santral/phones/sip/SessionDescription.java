package org.santral.phones.sip;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The audio line of an SDP body: where the other side hears, in which codecs, and which way speech flows.
public record SessionDescription(String host, int port, List<Integer> payloads, Flow flow) {
    public static final int ULAW = 0;
    public static final int ALAW = 8;
    private static final int KEYS = 101;

    /// Which way speech flows, seen from the one who writes it.
    public enum Flow {
        SENDRECV,
        SENDONLY,
        RECVONLY,
        INACTIVE;

        /// What the one who is told this may answer at most.
        public Flow mirrored() {
            return switch (this) {
                case SENDRECV -> SENDRECV;
                case SENDONLY -> RECVONLY;
                case RECVONLY -> SENDONLY;
                case INACTIVE -> INACTIVE;
            };
        }

        public boolean sends() {
            return this == SENDRECV || this == SENDONLY;
        }
    }

    public static SessionDescription offer(String host, int port, Flow flow) {
        return new SessionDescription(host, port, List.of(ALAW, ULAW, KEYS), flow);
    }

    /// Null when the body offers no audio.
    public static @Nullable SessionDescription parse(String body) {
        String host = "";
        String[] audio = null;
        Flow flow = Flow.SENDRECV;
        for (String line : body.split("\r?\n")) {
            if (line.startsWith("c=IN IP4 ")) {
                host = line.substring(9).strip();
            } else if (line.startsWith("m=audio ")) {
                audio = line.split("\\s+");
            } else if (line.matches("a=(sendrecv|sendonly|recvonly|inactive)\\s*")) {
                flow = Flow.valueOf(line.substring(2).strip().toUpperCase(Locale.ROOT));
            }
        }
        if (audio == null || audio.length < 4 || host.isEmpty()) {
            return null;
        }
        List<Integer> payloads = Stream.of(audio)
                .skip(3)
                .filter(p -> p.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .toList();
        // The way to say "on hold" before RFC 3264, still met in the field.
        return new SessionDescription(
                host, Integer.parseInt(audio[1]), payloads, host.equals("0.0.0.0") ? Flow.INACTIVE : flow);
    }

    /// The codec to speak: A-law when both know it. -1 when there is none in common.
    public int codec() {
        return payloads.contains(ALAW) ? ALAW : payloads.contains(ULAW) ? ULAW : -1;
    }

    /// An answer to this offer.
    public SessionDescription answer(String myHost, int myPort, Flow wanted) {
        Flow allowed = flow.mirrored();
        return new SessionDescription(
                myHost, myPort, List.of(codec(), KEYS), wanted == Flow.SENDRECV ? allowed : both(allowed, wanted));
    }

    private static Flow both(Flow one, Flow other) {
        return one == Flow.SENDRECV || one == other ? other : Flow.INACTIVE;
    }

    public String text(int version) {
        StringBuilder maps = new StringBuilder();
        for (int payload : payloads) {
            maps.append("a=rtpmap:")
                    .append(payload)
                    .append(' ')
                    .append(encoding(payload))
                    .append("\r\n");
        }
        return "v=0\r\no=- 1 " + version + " IN IP4 " + host + "\r\ns=-\r\nc=IN IP4 " + host + "\r\nt=0 0\r\nm=audio "
                + port
                + " RTP/AVP "
                + String.join(" ", payloads.stream().map(String::valueOf).toList()) + "\r\n" + maps
                + "a=ptime:20\r\na=" + flow.name().toLowerCase(Locale.ROOT) + "\r\n";
    }

    private static String encoding(int payload) {
        return payload == ALAW ? "PCMA/8000" : payload == ULAW ? "PCMU/8000" : "telephone-event/8000";
    }
}
