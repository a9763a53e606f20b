package org.santral.site;

import java.util.List;

/// How one line writes the numbers of callers, and how the site reads them: what a number must look like, what is taken
/// off its beginning, what is put before the rest. A carrier that leaves the trunk prefix away, a gateway that
/// puts the outside line's digit before it, a local exchange that sends subscribers' numbers only.
///
/// @param starts what the number begins with, empty for whatever it is
/// @param digits how many digits it has, 0 for however many
/// @param strip what is taken off its beginning, may be empty
/// @param add what is put before the rest, may be empty
public record NumberRule(String starts, int digits, String strip, String add) {

    /// The first rule that fits has its way; a number that none fits stays as it came.
    ///
    /// @param number digits, perhaps after a plus
    public static String read(List<NumberRule> rules, String number) {
        for (NumberRule rule : rules) {
            if (rule.fits(number)) {
                return rule.add + number.substring(rule.strip.length());
            }
        }
        return number;
    }

    private boolean fits(String number) {
        return number.startsWith(starts)
                && number.startsWith(strip)
                && (digits == 0 || digits == number.length() - (number.startsWith("+") ? 1 : 0));
    }
}
