package org.santral.server.directory.outside.carddav;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The answer of a WebDAV server about several things at once (RFC 4918, section 13).
///
/// @param token of RFC 6578; null where the server gives none
record MultiStatus(List<Part> parts, @Nullable String token) {
    private static final String DAV = "DAV:";
    private static final String CARD_DAV = "urn:ietf:params:xml:ns:carddav";
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    /// @param href as the server writes it
    /// @param gone it is there no more
    /// @param card null where none was asked for
    record Part(
            String href,
            boolean gone,
            @Nullable String etag,
            @Nullable String card,
            boolean collection) {}

    /// @throws XMLStreamException also for a document that declares entities: none of ours does
    static MultiStatus read(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, system, base, namespace) -> {
            throw new XMLStreamException("an entity is declared: " + system);
        });
        XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        List<Part> parts = new ArrayList<>();
        String token = null;
        boolean root = false;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a document type is declared", in.getLocation());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!root && !is(in, DAV, "multistatus")) {
                    throw new XMLStreamException("no multistatus but " + in.getLocalName(), in.getLocation());
                }
                root = true;
                if (is(in, DAV, "response")) {
                    parts.add(part(in));
                } else if (is(in, DAV, "sync-token")) {
                    token = in.getElementText().strip();
                }
            }
        }
        return new MultiStatus(List.copyOf(parts), token);
    }

    private static boolean is(XMLStreamReader in, String namespace, String name) {
        return name.equals(in.getLocalName()) && namespace.equals(in.getNamespaceURI());
    }

    private static Part part(XMLStreamReader in) throws XMLStreamException {
        String href = "";
        int status = OK;
        String etag = null;
        String card = null;
        boolean collection = false;
        boolean inStat = false;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("an entity that is not declared", in.getLocation());
            }
            if (event == XMLStreamConstants.END_ELEMENT && is(in, DAV, "response")) {
                break;
            }
            if (event == XMLStreamConstants.END_ELEMENT && is(in, DAV, "propstat")) {
                inStat = false;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (is(in, DAV, "propstat")) {
                inStat = true;
            } else if (is(in, DAV, "href") && href.isEmpty()) {
                href = in.getElementText().strip();
            } else if (is(in, DAV, "status") && !inStat) {
                status = code(in.getElementText());
            } else if (is(in, DAV, "getetag")) {
                etag = in.getElementText().strip();
            } else if (is(in, DAV, "collection")) {
                collection = true;
            } else if (is(in, CARD_DAV, "address-data")) {
                card = in.getElementText();
            }
        }
        return new Part(href, status == NOT_FOUND, etag, card == null || card.isBlank() ? null : card, collection);
    }

    /// Of `HTTP/1.1 404 Not Found`.
    private static int code(String line) {
        String[] words = line.strip().split(" ", 3);
        return words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 0;
    }
}
