package org.santral.server.customers.form;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerConsentAbout;

/// What a customer allowed or forbade, as a form says it.
final class Consents {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Texts texts;

    Consents(Texts texts) {
        this.texts = texts;
    }

    List<CheckedCustomer.Consent> checked(List<CustomerForm.Consent> given) {
        if (given.size() > CustomerCheck.MOST_CONSENTS) {
            texts.fault(
                    "consents",
                    "too-many",
                    "There are " + given.size() + "; " + CustomerCheck.MOST_CONSENTS + " are possible.");
            return List.of();
        }
        List<CheckedCustomer.Consent> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            CheckedCustomer.Consent consent = checked(given.get(i), "consents[" + i + "].");
            if (consent != null) {
                checked.add(consent);
            }
        }
        return List.copyOf(checked);
    }

    private CheckedCustomer.@Nullable Consent checked(CustomerForm.Consent consent, String place) {
        CustomerConsentAbout about = about(consent.about(), place);
        Boolean yes = consent.given();
        if (yes == null) {
            texts.fault(place + "given", "missing", "Write true or false.");
        }
        Instant at = at(consent.at(), place);
        String remark = texts.lineOrEmpty(place + "remark", consent.remark(), 200);
        return about == null || yes == null ? null : new CheckedCustomer.Consent(about, yes, at, remark);
    }

    private @Nullable CustomerConsentAbout about(@Nullable String word, String place) {
        if (word == null || word.isBlank()) {
            texts.fault(place + "about", "missing", "Write CALL, SMS, MAIL, RECORDING or MARKETING.");
            return null;
        }
        for (CustomerConsentAbout about : CustomerConsentAbout.values()) {
            if (about.getLiteral().equals(word.strip().toUpperCase(Locale.ROOT))) {
                return about;
            }
        }
        texts.fault(place + "about", "unknown", "Write CALL, SMS, MAIL, RECORDING or MARKETING.");
        return null;
    }

    private @Nullable Instant at(@Nullable String written, String place) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            Instant at = java.time.OffsetDateTime.parse(written.strip()).toInstant();
            if (at.isBefore(FIRST) || at.isAfter(LAST)) {
                texts.fault(place + "at", "out-of-range", "Write a time between 1970 and 9999.");
                return null;
            }
            return at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            texts.fault(place + "at", "invalid", "Write a time as 2026-11-25T10:00:00Z.");
            return null;
        }
    }
}
