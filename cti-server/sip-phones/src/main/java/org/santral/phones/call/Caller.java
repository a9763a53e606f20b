package org.santral.phones.call;

import org.jspecify.annotations.Nullable;
import org.santral.phones.sip.NameAddress;
import org.santral.phones.sip.SipMessage;

/// Who calls, as the called device is told: number and name of From, whether the caller withholds them, and the
/// number that the network vouches for (P-Asserted-Identity), if it says one.
public record Caller(
        String number,
        String name,
        boolean withheld,
        @Nullable String asserted) {

    public static Caller of(String number, String name) {
        return new Caller(number, name, false, null);
    }

    /// A caller who withholds the number; `asserted` is what the network tells a trusted peer all the same.
    public static Caller anonymous(@Nullable String asserted) {
        return new Caller("anonymous", "Anonymous", true, asserted);
    }

    static Caller of(SipMessage invite) {
        NameAddress from = invite.from();
        String asserted = invite.first("P-Asserted-Identity");
        boolean withheld =
                invite.header("Privacy").contains("id") || from.hostPort().equals("anonymous.invalid");
        return new Caller(
                from.user(),
                from.name(),
                withheld,
                asserted == null ? null : NameAddress.parse(asserted).user());
    }

    /// Whether `digits` is the number that this caller shows or the network vouches for.
    public boolean has(String digits) {
        return number.equals(digits) || digits.equals(asserted);
    }
}
