package org.santral.phones.sip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One SIP request or response. Texts are wire texts (see [SipText]).
public final class SipMessage {
    private static final Map<String, String> COMPACT = Map.of(
            "v",
            "Via",
            "f",
            "From",
            "t",
            "To",
            "i",
            "Call-ID",
            "m",
            "Contact",
            "c",
            "Content-Type",
            "l",
            "Content-Length",
            "o",
            "Event",
            "r",
            "Refer-To",
            "k",
            "Supported");

    record Header(String name, String value) {}

    private final String start;
    private final List<Header> headers;
    private final String body;

    private SipMessage(String start, List<Header> headers, String body) {
        this.start = start;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /// Null when the packet is no SIP message (keep-alives, stray bytes).
    public static @Nullable SipMessage parse(ByteBuffer packet) {
        String text = StandardCharsets.ISO_8859_1.decode(packet).toString();
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return null;
        }
        String[] lines = text.substring(0, end).replaceAll("\r\n[ \t]+", " ").split("\r\n");
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                String name = lines[i].substring(0, colon).strip();
                headers.add(new Header(
                        COMPACT.getOrDefault(name.toLowerCase(Locale.ROOT), name),
                        lines[i].substring(colon + 1).strip()));
            }
        }
        SipMessage message = new SipMessage(lines[0], headers, text.substring(end + 4));
        return lines[0].contains("SIP/2.0") && message.isComplete() ? message : null;
    }

    private boolean isComplete() {
        return first("Via") != null
                && first("Call-ID") != null
                && first("From") != null
                && first("To") != null
                && header("CSeq").matches("\\d{1,9}\\s+\\S+");
    }

    public static Builder request(String method, String uri) {
        return new Builder(method + " " + uri + " SIP/2.0");
    }

    /// A response to this request, with the headers that every response repeats.
    public Builder response(int status, String reason) {
        Builder response = new Builder("SIP/2.0 " + status + " " + reason);
        for (Header header : headers) {
            if (header.name.equalsIgnoreCase("Via") || header.name.equalsIgnoreCase("Record-Route")) {
                response.header(header.name, header.value);
            }
        }
        return response.header("From", header("From"))
                .header("To", header("To"))
                .header("Call-ID", callId())
                .header("CSeq", header("CSeq"));
    }

    public boolean isRequest() {
        return !start.startsWith("SIP/2.0 ");
    }

    public String method() {
        return isRequest() ? start.substring(0, Math.max(0, start.indexOf(' '))) : sequenceMethod();
    }

    public String uri() {
        String[] words = start.split(" ");
        return words.length > 1 ? words[1] : "";
    }

    /// Of a response.
    public int status() {
        String[] words = start.split(" ", 3);
        return words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 0;
    }

    public @Nullable String first(String name) {
        for (Header header : headers) {
            if (header.name.equalsIgnoreCase(name)) {
                return header.value;
            }
        }
        return null;
    }

    /// The header's value; empty when there is none.
    public String header(String name) {
        String value = first(name);
        return value == null ? "" : value;
    }

    public NameAddress from() {
        return NameAddress.parse(header("From"));
    }

    public NameAddress to() {
        return NameAddress.parse(header("To"));
    }

    public String callId() {
        return header("Call-ID");
    }

    public int sequence() {
        return Integer.parseInt(header("CSeq").split("\\s+")[0]);
    }

    public String sequenceMethod() {
        return header("CSeq").split("\\s+")[1];
    }

    public String branch() {
        String via = header("Via");
        int semicolon = via.indexOf(';');
        String branch = semicolon < 0 ? null : NameAddress.parameter(via.substring(semicolon), "branch");
        return branch == null ? "" : branch;
    }

    public String body() {
        return body;
    }

    ByteBuffer bytes() {
        StringBuilder text = new StringBuilder(start).append("\r\n");
        for (Header header : headers) {
            text.append(header.name).append(": ").append(header.value).append("\r\n");
        }
        return ByteBuffer.wrap(SipText.bytes(text.append("\r\n").append(body).toString()));
    }

    @Override
    public String toString() {
        return start;
    }

    /// Puts a message together; headers stand in the order in which they are given.
    public static final class Builder {
        private final String start;
        private final List<Header> headers = new ArrayList<>();
        private String body = "";

        private Builder(String start) {
            this.start = start;
        }

        public Builder header(String name, String value) {
            headers.add(new Header(name, value));
            return this;
        }

        public Builder body(String type, String content) {
            body = content;
            return header("Content-Type", type);
        }

        public SipMessage build() {
            List<Header> all = new ArrayList<>(headers);
            all.add(new Header("Content-Length", Integer.toString(body.length())));
            return new SipMessage(start, all, body);
        }

        /// The response of a device that has given the dialog `tag`.
        SipMessage buildWithToTag(String tag) {
            headers.replaceAll(h -> h.name.equals("To") && !h.value.contains(";tag=")
                    ? new Header("To", NameAddress.parse(h.value).withTag(tag).text())
                    : h);
            return build();
        }
    }
}
