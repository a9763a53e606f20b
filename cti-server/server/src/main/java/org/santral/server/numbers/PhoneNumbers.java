package org.santral.server.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;

/// How a written number reads in the site's country. The one place where numbers become E.164: what is stored
/// and what is looked up pass through here, so that every written form of a number is the same number.
public final class PhoneNumbers {
    /// A number of the public network has more digits than any inside a house.
    public static final int SHORTEST = 7;

    private static final String INTERNATIONAL = "00";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String country;
    private final String outsideLine;
    private final String trunkPrefix;
    private final String countryCode;

    /// @param country ISO 3166 alpha-2
    /// @param outsideLine what is dialled inside the house to get out, empty when nothing is
    public PhoneNumbers(String country, String outsideLine) {
        this.country = country;
        this.outsideLine = outsideLine;
        String prefix = numbers.getNddPrefixForRegion(country, true);
        this.trunkPrefix = prefix == null ? "" : prefix;
        this.countryCode = Integer.toString(numbers.getCountryCodeForRegion(country));
    }

    /// @param e164 with `+`; empty when it is a number of no country, as the short ones inside a house
    /// @param extension empty when none was written
    /// @param assumed true when the country stands nowhere in the number and was concluded
    /// @param display as its country writes it; as it came when it is none
    public record Reading(String e164, String extension, boolean assumed, String display) {
        public boolean isNumber() {
            return !e164.isEmpty();
        }
    }

    /// Never throws, whatever the text is.
    public Reading read(String text) {
        WrittenNumber written = WrittenNumber.of(text);
        return countryInFront(written)
                .or(() -> asWritten(written))
                .or(() -> behindOutsideLine(written))
                .or(() -> international(written))
                .or(() -> countryBehindPrefix(written))
                .or(() -> unlisted(written))
                .orElseGet(() -> new Reading("", "", false, WrittenNumber.shown(text)));
    }

    public String display(String text) {
        return read(text).display;
    }

    /// What a number that somebody has begun to type may be the beginning of, as E.164; the likeliest first.
    /// Empty when nothing is typed that a number could begin with.
    public List<String> beginnings(String typed) {
        WrittenNumber written = WrittenNumber.of(typed);
        String digits = written.digits();
        if (digits.isEmpty() || written.hasPlus()) {
            return digits.isEmpty() ? List.of() : List.of(digits);
        }
        String here = "+" + numbers.getCountryCodeForRegion(country);
        if (digits.startsWith(INTERNATIONAL)) {
            return List.of("+" + digits.substring(INTERNATIONAL.length()));
        }
        if (!trunkPrefix.isEmpty() && digits.startsWith(trunkPrefix)) {
            return List.of(here + digits.substring(trunkPrefix.length()));
        }
        if (!outsideLine.isEmpty() && digits.startsWith(outsideLine + trunkPrefix) && !trunkPrefix.isEmpty()) {
            return List.of(here + digits.substring(outsideLine.length() + trunkPrefix.length()), here + digits);
        }
        return List.of(here + digits, "+" + digits);
    }

    /// `4930901820` in Germany: exchanges send the own country's code without a plus. Where that is a national
    /// number as well, nobody writes it without its trunk prefix.
    private Optional<Reading> countryInFront(WrittenNumber written) {
        if (written.hasPlus() || trunkPrefix.isEmpty() || !written.digits().startsWith(countryCode)) {
            return Optional.empty();
        }
        return parse("+" + written.digits())
                .filter(numbers::isValidNumber)
                .map(number -> reading(number, written, !saysCountry(written, number)));
    }

    private Optional<Reading> asWritten(WrittenNumber written) {
        return parse(written.digits())
                .filter(numbers::isValidNumber)
                .map(number -> reading(number, written, !saysCountry(written, number)));
    }

    /// `902112345678` from a house that dials 9 to get out.
    private Optional<Reading> behindOutsideLine(WrittenNumber written) {
        if (outsideLine.isEmpty() || !written.digits().startsWith(outsideLine)) {
            return Optional.empty();
        }
        String rest = written.digits().substring(outsideLine.length());
        return rest.startsWith("0")
                ? parse(rest).filter(numbers::isValidNumber).map(number -> reading(number, written, false))
                : Optional.empty();
    }

    /// Some trunks send another country's number as bare digits; others put a plus before the national form.
    private Optional<Reading> international(WrittenNumber written) {
        String digits = written.digits();
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        String other = written.hasPlus() ? digits.substring(1) : "+" + digits;
        return parse(other).filter(numbers::isValidNumber).map(number -> reading(number, written, true));
    }

    /// `9982112345678` from a house that dials 9, `0982112345678` from a gateway that puts the trunk prefix
    /// before everything.
    private Optional<Reading> countryBehindPrefix(WrittenNumber written) {
        for (String prefix : List.of(outsideLine, trunkPrefix)) {
            if (!prefix.isEmpty() && written.digits().startsWith(prefix + countryCode)) {
                Optional<PhoneNumber> number =
                        parse("+" + written.digits().substring(prefix.length())).filter(numbers::isValidNumber);
                if (number.isPresent()) {
                    return number.map(found -> reading(found, written, true));
                }
            }
        }
        return Optional.empty();
    }

    /// A range that is newer than the list of ranges: the right length, the country is said, and no zero behind
    /// the trunk prefix, where no range begins.
    private Optional<Reading> unlisted(WrittenNumber written) {
        return parse(written.digits())
                .filter(number -> written.digits().length() >= SHORTEST
                        && saysCountry(written, number)
                        && !number.isItalianLeadingZero()
                        && numbers.isPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE)
                .map(number -> reading(number, written, false));
    }

    /// A plus, the international prefix, the country's code or its trunk prefix stand in front; or it has no
    /// trunk prefix.
    private boolean saysCountry(WrittenNumber written, PhoneNumber number) {
        String digits = written.digits();
        return written.hasPlus()
                || trunkPrefix.isEmpty()
                || digits.startsWith(trunkPrefix)
                || digits.equals(number.getCountryCode() + numbers.getNationalSignificantNumber(number));
    }

    private Optional<PhoneNumber> parse(String digits) {
        if (digits.length() < SHORTEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(numbers.parse(digits, country));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private Reading reading(PhoneNumber number, WrittenNumber written, boolean assumed) {
        String e164 = numbers.format(number, PhoneNumberFormat.E164);
        boolean ofHere = number.getCountryCode() == numbers.getCountryCodeForRegion(country);
        PhoneNumber shown = new PhoneNumber().mergeFrom(number);
        if (!written.extension().isEmpty()) {
            shown.setExtension(written.extension());
        }
        String display = numbers.format(shown, ofHere ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        return new Reading(e164, written.extension(), assumed, display);
    }
}
