package org.santral.server.imports.export;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.Address;
import ezvcard.property.Kind;
import ezvcard.property.Telephone;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// vCard 4.0 (RFC 6350). What it has no property for stands in `X-SANTRAL-…`.
final class VCardFile implements CustomerFile {
    private final Writer out;

    VCardFile(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void write(Exported customer) throws IOException {
        VCard card = new VCard();
        card.setFormattedName(customer.name());
        boolean ofCompany = customer.kind().equals("COMPANY");
        card.setKind(ofCompany ? Kind.org() : Kind.individual());
        if (!customer.company().isEmpty()) {
            card.setOrganization(customer.company());
        }
        if (!customer.language().isEmpty()) {
            card.addLanguage(customer.language());
        }
        if (!customer.tags().isEmpty()) {
            card.setCategories(customer.tags().toArray(String[]::new));
        }
        for (Exported.Number number : customer.numbers()) {
            String extension = number.extension();
            Telephone phone = new Telephone(number.raw() + (extension.isEmpty() ? "" : " ext " + extension));
            if (!number.label().isEmpty()) {
                phone.getParameters().addType(number.label());
            }
            card.addTelephoneNumber(phone);
        }
        customer.mails().forEach(card::addEmail);
        for (Exported.Address one : customer.addresses()) {
            Address address = new Address();
            address.setStreetAddress(one.street());
            address.setPostalCode(one.postalCode());
            address.setLocality(one.city());
            address.setRegion(one.region());
            address.setCountry(one.country());
            if (!one.label().isEmpty()) {
                address.getParameters().addType(one.label());
            }
            card.addAddress(address);
        }
        own(card, "X-PHONETIC-NAME", customer.sayAs());
        own(card, "X-SANTRAL-SEGMENT", customer.segment());
        own(card, "X-SANTRAL-OWNER", customer.owner());
        own(card, "X-SANTRAL-WARNING", customer.warning());
        own(card, "X-SANTRAL-DO-NOT-CALL", customer.doNotCall() ? "true" : "");
        own(card, "X-SANTRAL-CONSENTS", String.join("\n", customer.consents()));
        own(
                card,
                "X-SANTRAL-FIELDS",
                customer.fields().entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("\n")));
        own(card, "X-SANTRAL-SOURCE", customer.source());
        own(card, "X-SANTRAL-SOURCE-KEY", customer.sourceKey());
        out.write(Ezvcard.write(card)
                .version(VCardVersion.V4_0)
                .prodId(false)
                .versionStrict(false)
                .go());
    }

    /// Escaped here: the library writes properties that it does not know as they come.
    private static void own(VCard card, String name, String value) {
        if (!value.isEmpty()) {
            card.addExtendedProperty(
                    name,
                    value.replace("\\", "\\\\")
                            .replace("\n", "\\n")
                            .replace(",", "\\,")
                            .replace(";", "\\;"));
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
