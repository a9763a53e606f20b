package org.santral.server.imports.files;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML of files that anybody may have made: no document types, so no entities, and nothing is fetched.
final class Xml {
    private Xml() {}

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
        return factory.createXMLStreamReader(in);
    }

    /// Goes on to the next beginning of an element. False behind the last one.
    ///
    /// @throws BrokenFile for a document type
    static boolean toElement(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new BrokenFile(0, "document-type", "It carries a document type, which no spreadsheet has.");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /// The text of the `t` elements in this one, as rich text and inline texts have it; not how it is read aloud.
    ///
    /// @param most characters that are kept
    static String texts(XMLStreamReader xml, int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int aloud = 0;
        boolean in = false;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (aloud > 0 || xml.getLocalName().equals("rPh")) {
                        aloud++;
                    }
                    in = aloud == 0 && xml.getLocalName().equals("t");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    in = false;
                    aloud = Math.max(0, aloud - 1);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (in && text.length() < most) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BrokenFile(0, "document-type", "It names an entity, which no spreadsheet has.");
                default -> {
                    // Remarks and instructions are not for us.
                }
            }
        }
        return text.toString();
    }

    /// The text directly in this element.
    static String text(XMLStreamReader xml, int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < most) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BrokenFile(0, "document-type", "It names an entity, which no spreadsheet has.");
                default -> {
                    // Remarks and instructions are not for us.
                }
            }
        }
        return text.toString();
    }
}
