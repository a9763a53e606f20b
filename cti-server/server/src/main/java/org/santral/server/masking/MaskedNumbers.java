package org.santral.server.masking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Telephone numbers with other digits. The last seven are replaced and what stands before them stays, so that
/// `02112345678`, `+982112345678` and `902112345678` stay one number, and a mobile one a mobile one.
final class MaskedNumbers {
    private static final int LAST = 7;
    /// E.164 has no longer ones; a code that was dialled may be longer, and says more of its owner.
    private static final int LONGEST = 15;

    private static final int NOT_A_NUMBER = 2;

    private final Keyed keyed;
    private final Set<String> kept = new HashSet<>();
    private final Map<String, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /// @param kept numbers of the site that stay as they are, digits only
    MaskedNumbers(Keyed keyed, Set<String> kept) {
        this.keyed = keyed;
        this.kept.addAll(kept);
        for (String number : kept) {
            String last = number.length() > LAST ? number.substring(number.length() - LAST) : number;
            given.put(last, last);
            taken.add(last);
        }
    }

    /// @param digits 0 to 9 and nothing else
    /// @return as many digits
    String of(String digits) {
        int length = digits.length();
        if (length <= NOT_A_NUMBER || kept.contains(digits)) {
            return digits;
        }
        if (length < LAST || length > LONGEST) {
            return digits.charAt(0) + other(digits.substring(1));
        }
        return digits.substring(0, length - LAST) + other(digits.substring(length - LAST));
    }

    private String other(String digits) {
        return given.computeIfAbsent(digits, original -> {
            for (int attempt = 0; ; attempt++) {
                StringBuilder drawn = new StringBuilder(original.length());
                for (int i = 0; i < original.length(); i++) {
                    drawn.append((char) ('0' + keyed.draw("digit/" + original + "/" + attempt + "/" + i, 10)));
                }
                String masked = drawn.toString();
                if (!masked.equals(original) && taken.add(masked)) {
                    return masked;
                }
            }
        });
    }
}
