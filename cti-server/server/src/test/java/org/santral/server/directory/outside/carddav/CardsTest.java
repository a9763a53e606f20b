package org.santral.server.directory.outside.carddav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.santral.server.directory.outside.entry.Entry;

/// Cards and documents as they come, and as somebody would make them to hurt.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class CardsTest {
    @TempDir
    private Path folder;

    @Test
    void anOldCardIsReadToo() {
        assertThat(Cards.read("/a.vcf", """
                        BEGIN:VCARD
                        VERSION:2.1
                        N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D9=86=D8=A7=D9=85;=D8=B9=D9=84=DB=8C
                        TEL;CELL:0912 123 4567
                        END:VCARD
                        """))
                .isEqualTo(new Entry(
                        "/a.vcf",
                        "علی نام",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(new Entry.Numbered("0912 123 4567", "cell"))));
    }

    @Test
    void aCompanyWithoutAPersonIsCalledByItsName() {
        assertThat(Cards.read("/a", "BEGIN:VCARD\nVERSION:3.0\nORG:Volga;Sales\nTEL:1234567\nEND:VCARD\n"))
                .extracting(Entry::name, Entry::company)
                .containsExactly("Volga", null);
    }

    @Test
    void whoHasNoNumberOrNoNameCannotBeFoundByOne() {
        assertThat(Cards.read("/a", "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEND:VCARD\n"))
                .isNull();
        assertThat(Cards.read("/a", "BEGIN:VCARD\nVERSION:3.0\nTEL:02130000001\nEND:VCARD\n"))
                .isNull();
        assertThat(Cards.read("/a", "no card at all")).isNull();
        assertThat(Cards.read("/a", "")).isNull();
    }

    @Test
    void aBombIsPutAside() {
        assertThat(Cards.read(
                        "/a", "BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL:1\nNOTE:" + "x".repeat(2_000_000) + "\nEND:VCARD"))
                .as("too long")
                .isNull();
        assertThat(Cards.read("/a", "BEGIN:VCARD\nAGENT:\n".repeat(20_000)))
                .as("cards in cards in cards")
                .isNull();
        Entry many =
                Cards.read("/a", "BEGIN:VCARD\nVERSION:3.0\nFN:A\n" + "TEL:02130000001\n".repeat(50_000) + "END:VCARD");
        assertThat(many)
                .extracting(Entry::numbers)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(50);
        Cards.read("/a", "BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL" + ";TYPE=x".repeat(100_000) + ":1\nEND:VCARD");
        Cards.read("/a", "BEGIN:VCARD\nVERSION:3.0\nFN:A\n " + "\n ".repeat(300_000) + "\nTEL:1\nEND:VCARD");
    }

    @Test
    void aDocumentThatDeclaresEntitiesIsRefusedAndNothingIsFetchedOrGrown() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "TOP SECRET");
        String outside = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>&e;</d:href></d:response></d:multistatus>";
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                + "<d:multistatus xmlns:d=\"DAV:\"><d:sync-token>&c;</d:sync-token></d:multistatus>";

        for (String document : List.of(outside, laughs, "<html/>", "", "no xml")) {
            assertThatThrownBy(() -> MultiStatus.read(document.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(XMLStreamException.class);
        }
    }

    @Test
    void aMultistatusSaysWhatIsThereAndWhatIsGone() throws Exception {
        MultiStatus read = MultiStatus.read("""
                <?xml version="1.0" encoding="utf-8"?>
                <multistatus xmlns="DAV:" xmlns:CR="urn:ietf:params:xml:ns:carddav">
                <response><href>/c/a.vcf</href><propstat><prop><getetag>"1"</getetag>
                <CR:address-data><![CDATA[BEGIN:VCARD]]></CR:address-data></prop><status>HTTP/1.1 200 OK</status></propstat></response>
                <response><href>/c/b.vcf</href><status>HTTP/1.1 404 Not Found</status></response>
                <response><href>/c/</href><propstat><prop><resourcetype><collection/></resourcetype></prop>
                <status>HTTP/1.1 200 OK</status></propstat></response>
                <sync-token>http://example.com/ns/sync/7</sync-token></multistatus>
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(read)
                .isEqualTo(new MultiStatus(
                        List.of(
                                new MultiStatus.Part("/c/a.vcf", false, "\"1\"", "BEGIN:VCARD", false),
                                new MultiStatus.Part("/c/b.vcf", true, null, null, false),
                                new MultiStatus.Part("/c/", false, null, null, true)),
                        "http://example.com/ns/sync/7"));
    }
}
