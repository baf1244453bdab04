package dev.retinue.history;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A feed as Atom writes it (RFC 4287).
 *
 * @param id which stays the same, whatever the address
 * @param self the address of the feed
 * @param page the address of the page that it is of
 * @param updated when the feed was last another, if it has no entries
 * @param entries the latest first
 */
record Atom(String id, String title, String self, String page, Instant updated, List<Entry> entries) {

    private static final String TYPE = "application/atom+xml;charset=UTF-8";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private static final String AUTHOR = "Retinue";

    /** @param link the address of the page of whom it is about */
    record Entry(String id, String title, String link, Instant updated) {}

    /** @param caching who may keep it, and for how long */
    Response answer(String caching) {
        return Response.ok(text(), TYPE)
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .build();
    }

    private String text() {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            head(xml, id, title, entries.isEmpty() ? updated : entries.get(0).updated);
            link(xml, "self", self);
            link(xml, "alternate", page);
            xml.writeStartElement("author");
            element(xml, "name", AUTHOR);
            xml.writeEndElement();
            for (var entry : entries) {
                xml.writeStartElement("entry");
                head(xml, entry.id, entry.title, entry.updated);
                link(xml, "alternate", entry.link);
                element(xml, "summary", entry.title);
                xml.writeEndElement();
            }
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void head(XMLStreamWriter xml, String id, String title, Instant updated) throws XMLStreamException {
        element(xml, "id", id);
        element(xml, "title", title);
        element(xml, "updated", updated.toString());
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
