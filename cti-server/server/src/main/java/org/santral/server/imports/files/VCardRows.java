package org.santral.server.imports.files;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// vCards (2.1, 3, 4) as rows that all have the same columns; the first row names them.
public final class VCardRows implements RowReader {
    private static final int NUMBERS = 10;
    private static final int MAILS = 5;
    private static final int ADDRESSES = 5;
    /// What other programs do not know of our customers, in the order of its columns.
    private static final List<String> OWN =
            List.of("SEGMENT", "OWNER", "WARNING", "DO-NOT-CALL", "CONSENTS", "FIELDS", "SOURCE", "SOURCE-KEY");

    private final long bytes;
    private final CountedInput in;
    private final VCardSplitter cards;
    private boolean named;
    private long row;

    VCardRows(Path file, Reading reading) throws IOException {
        bytes = Files.size(file);
        in = new CountedInput(Files.newInputStream(file), Long.MAX_VALUE, "The file");
        in.skipNBytes(Encodings.markLength(file));
        cards = new VCardSplitter(new InputStreamReader(in, Charset.forName(reading.encoding())));
    }

    /// What its columns are called, and which field each is.
    public static List<List<String>> columns() {
        List<List<String>> columns = new ArrayList<>();
        columns.add(List.of("FN", "name"));
        columns.add(List.of("KIND", "kind"));
        columns.add(List.of("X-PHONETIC-NAME", "sayAs"));
        columns.add(List.of("ORG", "company"));
        columns.add(List.of("LANG", "language"));
        columns.add(List.of("UID", ""));
        columns.add(List.of("CATEGORIES", "tags"));
        columns.add(List.of("NOTE", ""));
        for (int i = 1; i <= NUMBERS; i++) {
            columns.add(List.of("TEL " + i, "number"));
            columns.add(List.of("TEL " + i + " TYPE", "numberLabel"));
        }
        for (int i = 1; i <= MAILS; i++) {
            columns.add(List.of("EMAIL " + i, "mail"));
        }
        for (int i = 1; i <= ADDRESSES; i++) {
            columns.add(List.of("ADR " + i + " TYPE", "addressLabel"));
            for (String part : List.of("street", "postalCode", "city", "region", "country")) {
                columns.add(List.of("ADR " + i + " " + part, part));
            }
        }
        List<String> words =
                List.of("segment", "owner", "warning", "doNotCall", "consents", "fields", "source", "sourceKey");
        for (int i = 0; i < OWN.size(); i++) {
            columns.add(List.of("X-SANTRAL-" + OWN.get(i), words.get(i)));
        }
        return columns;
    }

    @Override
    public @Nullable FileRow next() throws IOException {
        if (!named) {
            named = true;
            return new FileRow(0, columns().stream().map(List::getFirst).toList(), null);
        }
        VCardSplitter.Card card = cards.next();
        if (card == null) {
            return null;
        }
        row++;
        if (card.trouble() != null) {
            return new FileRow(row, List.of(), card.trouble());
        }
        VCard read;
        try {
            read = Ezvcard.parse(card.text()).first();
        } catch (RuntimeException e) {
            read = null;
        }
        return read == null ? new FileRow(row, List.of(), "no-card") : new FileRow(row, cells(read), null);
    }

    private static List<String> cells(VCard card) {
        List<String> cells = new ArrayList<>();
        Organization organization = card.getOrganization();
        String company = organization == null
                ? ""
                : organization.getValues().stream().findFirst().orElse("");
        boolean ofCompany = card.getKind() != null && card.getKind().isOrg();
        cells.add(name(card, company));
        cells.add(ofCompany ? "COMPANY" : "");
        cells.add(own(card, "X-PHONETIC-NAME"));
        cells.add(ofCompany ? "" : company);
        cells.add(
                card.getLanguages().isEmpty()
                        ? ""
                        : or(card.getLanguages().getFirst().getValue()));
        cells.add(card.getUid() == null ? "" : or(card.getUid().getValue()));
        cells.add(
                card.getCategories() == null
                        ? ""
                        : String.join("\n", card.getCategories().getValues()));
        cells.add(card.getNotes().isEmpty() ? "" : or(card.getNotes().getFirst().getValue()));
        List<Telephone> numbers = card.getTelephoneNumbers();
        for (int i = 0; i < NUMBERS; i++) {
            boolean isLast = i == NUMBERS - 1;
            cells.add(
                    i >= numbers.size()
                            ? ""
                            : numbers.subList(i, isLast ? numbers.size() : i + 1).stream()
                                    .map(VCardRows::written)
                                    .collect(Collectors.joining("\n")));
            cells.add(i < numbers.size() ? label(numbers.get(i)) : "");
        }
        List<Email> mails = card.getEmails();
        for (int i = 0; i < MAILS; i++) {
            boolean isLast = i == MAILS - 1;
            cells.add(
                    i >= mails.size()
                            ? ""
                            : mails.subList(i, isLast ? mails.size() : i + 1).stream()
                                    .map(mail -> or(mail.getValue()))
                                    .collect(Collectors.joining("\n")));
        }
        for (int i = 0; i < ADDRESSES; i++) {
            Address one = i < card.getAddresses().size() ? card.getAddresses().get(i) : new Address();
            Stream.of(
                            String.join(" ", one.getParameters().getTypes()),
                            or(one.getStreetAddressFull()),
                            or(one.getPostalCode()),
                            or(one.getLocality()),
                            or(one.getRegion()),
                            or(one.getCountry()))
                    .forEach(cells::add);
        }
        OWN.forEach(name -> cells.add(own(card, "X-SANTRAL-" + name)));
        return cells;
    }

    private static String name(VCard card, String company) {
        if (card.getFormattedName() != null
                && !or(card.getFormattedName().getValue()).isBlank()) {
            return or(card.getFormattedName().getValue());
        }
        StructuredName name = card.getStructuredName();
        String joined = name == null ? "" : (or(name.getGiven()) + " " + or(name.getFamily())).strip();
        return joined.isEmpty() ? company : joined;
    }

    private static String written(Telephone one) {
        if (one.getUri() != null) {
            String extension = one.getUri().getExtension();
            return one.getUri().getNumber() + (extension == null || extension.isEmpty() ? "" : ";ext=" + extension);
        }
        return or(one.getText());
    }

    private static String label(Telephone one) {
        return one.getTypes().stream()
                .map(TelephoneType::getValue)
                .filter(type -> !type.equals("voice") && !type.equals("pref"))
                .collect(Collectors.joining(" "));
    }

    private static String own(VCard card, String name) {
        RawProperty property = card.getExtendedProperty(name);
        return property == null ? "" : unescaped(or(property.getValue()));
    }

    /// Properties that the library does not know come as they are written.
    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public long total() {
        return in.count() == 0 || row == 0 ? 0 : in.count() >= bytes ? row : Math.max(row, row * bytes / in.count());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
