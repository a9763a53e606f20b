package org.santral.server.directory.outside.carddav;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.santral.server.directory.outside.http.SafeHttp;

/// Brings a copy into step: by the server's word of what has changed (RFC 6578) where it has one, by comparing
/// what lies there (RFC 4918) where it has none; cards are fetched many at once (RFC 6352).
final class Sync {
    private static final int AT_ONCE = 100;
    private static final int MULTI_STATUS = 207;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private final URI url;
    private final @Nullable String authorization;
    private final SafeHttp http;
    private final int mostCards;

    Sync(URI url, @Nullable String authorization, SafeHttp http, int mostCards) {
        this.url = url;
        this.authorization = authorization;
        this.http = http;
        this.mostCards = mostCards;
    }

    /// @param now milliseconds since 1970
    /// @return the same copy, only later, where nothing has changed
    CopiedBook after(@Nullable CopiedBook before, long now) throws SourceTrouble {
        Map<String, CopiedBook.Card> cards = before == null ? Map.of() : before.cards();
        String token = before == null ? "" : before.token();
        MultiStatus changes = changes(token);
        if (changes == null && !token.isEmpty()) {
            // The server has forgotten the state we speak of.
            token = "";
            changes = changes("");
        }
        Map<String, CopiedBook.Card> next = new HashMap<>();
        if (changes != null && !token.isEmpty()) {
            next.putAll(cards);
        }
        MultiStatus listed = changes == null ? all() : changes;
        List<String> wanted = new ArrayList<>();
        for (MultiStatus.Part part : listed.parts()) {
            if (part.collection() || isBookItself(part.href())) {
                continue;
            }
            CopiedBook.Card known = cards.get(part.href());
            if (part.gone()) {
                next.remove(part.href());
            } else if (known != null && part.etag() != null && part.etag().equals(known.etag())) {
                next.put(part.href(), known);
            } else if (!part.href().isEmpty()) {
                wanted.add(part.href());
            }
        }
        if (next.size() + wanted.size() > mostCards) {
            throw new SourceTrouble("it has more than " + mostCards + " cards (most-cards)");
        }
        for (int i = 0; i < wanted.size(); i += AT_ONCE) {
            fetch(wanted.subList(i, Math.min(wanted.size(), i + AT_ONCE)), next);
        }
        String newest = listed.token() == null ? "" : listed.token();
        return new CopiedBook(url.toString(), newest, now, Map.copyOf(next));
    }

    private boolean isBookItself(String href) {
        try {
            return url.resolve(href).getPath().equals(url.getPath());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /// @return null when the server knows no such question, or no such state
    private @Nullable MultiStatus changes(String token) throws SourceTrouble {
        SafeHttp.Response response = send(
                "REPORT",
                "0",
                HEAD + "<d:sync-collection xmlns:d=\"DAV:\"><d:sync-token>" + escaped(token)
                        + "</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop>"
                        + "</d:sync-collection>");
        return switch (response.status()) {
            case MULTI_STATUS -> read(response);
            case 400, 403, 405, 409, 412, 415, 422, 501, 507 -> null;
            default -> throw refused(response);
        };
    }

    private MultiStatus all() throws SourceTrouble {
        SafeHttp.Response response = send(
                "PROPFIND",
                "1",
                HEAD + "<d:propfind xmlns:d=\"DAV:\"><d:prop><d:getetag/><d:resourcetype/></d:prop></d:propfind>");
        if (response.status() != MULTI_STATUS) {
            throw refused(response);
        }
        return read(response);
    }

    private void fetch(List<String> hrefs, Map<String, CopiedBook.Card> into) throws SourceTrouble {
        StringBuilder body = new StringBuilder(HEAD)
                .append("<c:addressbook-multiget xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:carddav\">")
                .append("<d:prop><d:getetag/><c:address-data/></d:prop>");
        hrefs.forEach(href -> body.append("<d:href>").append(escaped(href)).append("</d:href>"));
        SafeHttp.Response response =
                send("REPORT", "1", body.append("</c:addressbook-multiget>").toString());
        if (response.status() != MULTI_STATUS) {
            throw refused(response);
        }
        for (MultiStatus.Part part : read(response).parts()) {
            if (!part.gone() && part.card() != null) {
                into.put(part.href(), new CopiedBook.Card(part.etag(), Cards.read(part.href(), part.card())));
            }
        }
    }

    private SafeHttp.Response send(String method, String depth, String body) throws SourceTrouble {
        Map<String, String> headers = new HashMap<>();
        headers.put("Depth", depth);
        headers.put("Content-Type", "application/xml; charset=utf-8");
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        try {
            return http.send(new SafeHttp.Request(method, url, headers, body));
        } catch (IOException e) {
            throw SourceTrouble.of(e);
        }
    }

    private static MultiStatus read(SafeHttp.Response response) throws SourceTrouble {
        try {
            return MultiStatus.read(response.body());
        } catch (XMLStreamException e) {
            throw new SourceTrouble("the answer is no multistatus: " + e.getMessage(), e);
        }
    }

    private static SourceTrouble refused(SafeHttp.Response response) {
        boolean elsewhere = response.status() >= 300 && response.status() < 400;
        return new SourceTrouble("HTTP status " + response.status() + (elsewhere ? ", not followed" : ""));
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            switch (octet) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> {
                    if (octet >= ' ' && octet < 0x7f) {
                        escaped.append((char) octet);
                    } else if (octet < 0) {
                        escaped.append("%%%02X".formatted(octet & 0xff));
                    }
                }
            }
        }
        return escaped.toString();
    }
}
