package org.santral.server.directory.outside.carddav;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.Entry;

/// From a vCard of version 2.1, 3 or 4 to an entry.
final class Cards {
    /// With its picture.
    static final int LONGEST = 1 << 20;
    /// A card may hold another one, of an assistant.
    private static final int MOST_INSIDE = 3;
    private static final int MOST_NUMBERS = 50;
    private static final Pattern BEGIN = Pattern.compile("(?im)^BEGIN:");

    private Cards() {}

    /// @param href by which a card without an id of its own is known
    /// @return null for what is no card, has no name or no number, or would take more work than a card is worth
    static @Nullable Entry read(String href, String text) {
        if (text.length() > LONGEST
                || BEGIN.matcher(text).results().limit(MOST_INSIDE + 1).count() > MOST_INSIDE) {
            return null;
        }
        VCard card;
        try {
            card = Ezvcard.parse(text).first();
        } catch (RuntimeException e) {
            return null;
        }
        if (card == null) {
            return null;
        }
        List<Entry.Numbered> numbers = new ArrayList<>();
        for (Telephone one : card.getTelephoneNumbers()) {
            String written = written(one);
            if (written != null && numbers.size() < MOST_NUMBERS) {
                numbers.add(new Entry.Numbered(written, label(one)));
            }
        }
        String company = company(card);
        String name = name(card, company);
        if (name == null || numbers.isEmpty()) {
            return null;
        }
        String key = card.getUid() == null || card.getUid().getValue() == null
                ? href
                : card.getUid().getValue();
        String language = card.getLanguages().isEmpty()
                ? null
                : card.getLanguages().getFirst().getValue();
        return new Entry(key, name, name.equals(company) ? null : company, null, language, null, null, numbers);
    }

    private static @Nullable String written(Telephone one) {
        if (one.getUri() != null) {
            String extension = one.getUri().getExtension();
            return one.getUri().getNumber() + (extension == null || extension.isEmpty() ? "" : ";ext=" + extension);
        }
        return one.getText();
    }

    private static String label(Telephone one) {
        return one.getTypes().stream()
                .map(TelephoneType::getValue)
                .filter(type -> !type.equals("voice") && !type.equals("pref"))
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String name(VCard card, @Nullable String company) {
        if (card.getFormattedName() != null && !isBlank(card.getFormattedName().getValue())) {
            return card.getFormattedName().getValue();
        }
        StructuredName name = card.getStructuredName();
        if (name != null) {
            String joined = (or(name.getGiven()) + " " + or(name.getFamily())).strip();
            if (!joined.isEmpty()) {
                return joined;
            }
        }
        return company;
    }

    private static @Nullable String company(VCard card) {
        Organization organization = card.getOrganization();
        return organization == null
                        || organization.getValues().isEmpty()
                        || isBlank(organization.getValues().getFirst())
                ? null
                : organization.getValues().getFirst();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
